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

const tested = grade.replace(
  /\n}\n$/,
  `

  test "many points" {
    input = {points: 80}

    expect.to_equal ($response) {
      value = "passed"
    }
  }
}
`,
)

test('runs are kept as tests of the draft', async ({ page, owned }) => {
  await debugged(page, owned, { '/grade': grade })
  await page.getByRole('button', { name: 'Tests' }).click()
  const tests = page.getByRole('region', { name: 'Tests', exact: true })
  await tests.getByRole('button', { name: 'Run tests' }).click()
  await expect(tests.getByText('No test yet')).toBeVisible()
  await tests.getByRole('button', { name: 'Run & Debug' }).click()

  for (const [points, name] of [
    ['80', 'many points'],
    ['10', 'few points'],
  ] as const) {
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
  await page.getByRole('button', { name: 'Tests' }).click()
  await tests.getByRole('button', { name: 'Run tests' }).click()
  await expect(tests.getByRole('status')).toContainText('2 passed, 0 failed')
  await expect(page.getByRole('button', { name: '4 of 5 statements, 2 of 3 branches' })).toBeVisible()
})

test('the stack shows what its tests reach, in every view', async ({ page, owned }) => {
  await debugged(page, owned, { '/grade': tested })
  await page.getByRole('button', { name: 'Tests' }).click()
  const tests = page.getByRole('region', { name: 'Tests', exact: true })
  await tests.getByRole('button', { name: 'Run tests' }).click()
  await expect(page.getByRole('button', { name: '3 of 5 statements, 1 of 3 branches' })).toBeVisible()
  const stack = page.getByRole('tree', { name: 'Function stack' })
  await expect(stack.getByRole('img', { name: 'Run by the test "many points"' })).toHaveCount(4)
  await expect(stack.getByRole('img', { name: 'No test runs this' })).toHaveCount(4)
  await expectGood(page)
  await show(page, 'Canvas')
  const canvas = page.getByRole('group', { name: 'Canvas' })
  await expect(canvas.getByRole('img', { name: 'No test runs this' })).toHaveCount(4)
  await show(page, 'Code')
  await expect(page.locator('.cm-run-unreached')).toHaveCount(4)
  await show(page, 'List')
  // Of another text nothing is told.
  await stack.getByRole('treeitem').first().click()
  await page.keyboard.press('Delete')
  await expect(stack.getByRole('img', { name: 'No test runs this' })).toHaveCount(0)
})

test('where tests must pass, a draft with a red one is not published, and one with green ones is', async ({
  page,
  owned,
}) => {
  const { workspace } = await debugged(page, owned, { '/grade': tested })
  const endpoint = page.url()
  await page.goto(`${owned.url}/workspace/settings?id=${workspace}`)
  const gate = page.getByRole('switch', { name: 'Tests must pass before publishing' })
  await gate.click()
  await expect(gate).toBeChecked()
  await page.goto(endpoint)

  await writeCode(page, tested.replace('points > 50', 'points > 90'))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByRole('list', { name: 'Tests' })).toContainText('Expected "passed", got "near"')
  await expect(dialog.getByText('Tests must pass before publishing in this workspace.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await expectGood(page)
  await page.keyboard.press('Escape')

  await writeCode(page, tested.replace('points > 50', 'points > 60'))
  await publish(page)
})
