import { expect, test } from '../fixtures.ts'
import { jumpstart } from '../workspace.ts'

const TABLES = 42

test('forty tables and what they point to are drawn, and opened by mouse and by keyboard', async ({
  page,
  owned,
  checkAccess,
}) => {
  test.setTimeout(240_000)
  await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  await page.evaluate(
    async ({ id, tables }) => {
      for (let index = 0; index < tables; index += 1) {
        const to = index % 6 === 5 ? '' : `    int? parent_id? {\n      table = "t${Math.floor(index / 3)}"\n    }\n`
        const source = `table "t${index}" {\n  schema {\n    int id\n    text name\n${to}    int? user_id? {\n      table = "user"\n    }\n  }\n}\n`
        await fetch('/api:meta/object/create', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ workspace: id, source, publish: false }),
        })
      }
    },
    { id: workspace, tables: TABLES },
  )
  await page.reload()
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('radio', { name: 'Diagram' }).click()
  const diagram = page.getByRole('group', { name: 'Relation diagram' })
  await expect(diagram.getByRole('link')).toHaveCount(TABLES + 1, { timeout: 60_000 })
  await expect(diagram.locator('.react-flow__edge')).toHaveCount(TABLES + TABLES - TABLES / 6)
  await checkAccess()

  await diagram.getByRole('link', { name: /^t20,/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 't20' })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Zoom In' }).click()
  await diagram.getByRole('link', { name: /^t0,/ }).focus()
  await page.keyboard.press('0')
  await diagram.getByRole('link', { name: /^user,/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'user' })).toBeVisible()
})
