import { debugged, endpoint, openRun } from '../debugged.ts'
import { expectGood } from '../expect-good.ts'
import { expect, test } from '../fixtures.ts'
import { publish, show, writeCode } from '../workspace.ts'

const grade = endpoint(
  'grade',
  'GET',
  `    db.query user {
      return = {type: "count"}
    } as $people
    conditional {
      if ($input.points > 50) {
        var $x {
          value = "passed"
        }
      }
      elseif ($input.points > 40) {
        var $x {
          value = "near"
        }
      }
      else {
        var $x {
          value = "failed"
        }
      }
    }`,
  { input: '    int points' },
)

test('runs are kept as tests; the stack shows what they reach, and a red one keeps a draft from being published', async ({
  page,
  owned,
}) => {
  const { workspace } = await debugged(page, owned, { '/grade': grade })
  const stack = page.getByRole('tree', { name: 'Function stack' })
  await page.getByRole('button', { name: 'Tests' }).click()
  const tests = page.getByRole('region', { name: 'Tests', exact: true })
  await tests.getByRole('button', { name: 'Run tests' }).click()
  await expect(tests.getByText('No test yet')).toBeVisible()
  await tests.getByRole('button', { name: 'Run & Debug' }).click()

  const keep = async (points: string, name: string) => {
    const run = await openRun(page)
    await run.getByLabel('points int').fill(points)
    await run.getByRole('button', { name: 'Run draft' }).click()
    await run.getByRole('button', { name: 'Keep as test' }).click()
    const dialog = page.getByRole('dialog', { name: 'Keep as test' })
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(dialog.getByText('The test passes')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await keep('80', 'many points')
  await keep('10', 'few points')

  await page.getByRole('button', { name: 'Tests' }).click()
  await tests.getByRole('button', { name: 'Run tests' }).click()
  await expect(tests.getByRole('status')).toContainText('2 passed, 0 failed')
  const figure = page.getByRole('button', { name: '4 of 5 statements, 2 of 3 branches' })
  await expect(figure).toBeVisible()
  await expect(stack.getByRole('img', { name: 'Run by 2 tests: "many points", "few points"' })).toHaveCount(2)
  await expect(stack.getByRole('img', { name: 'No test runs this' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Close the trace' }).click()
  await expectGood(page)

  await show(page, 'Canvas')
  const canvas = page.getByRole('group', { name: 'Canvas' })
  await expect(canvas.getByRole('img', { name: 'No test runs this' })).toHaveCount(2)
  await expectGood(page)
  await show(page, 'Code')
  await expect(page.locator('.cm-run-unreached')).toHaveCount(2)
  await show(page, 'List')

  await page.goto(`${owned.url}/workspace/settings?id=${workspace}`)
  const gate = page.getByRole('switch', { name: 'Tests must pass before publishing' })
  await gate.click()
  await expect(gate).toBeChecked()
  await page.goBack()
  await expect(stack).toBeVisible()
  await publish(page)

  await show(page, 'Code')
  const text = await page.getByRole('textbox', { name: 'XanoScript' }).innerText()
  await writeCode(page, text.replace('points > 50', 'points > 90'))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByRole('list', { name: 'Tests' })).toContainText('many points')
  await expect(dialog.getByText('Tests must pass before publishing in this workspace.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await expectGood(page)
})
