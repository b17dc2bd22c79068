import { expect, test } from '../fixtures.ts'
import { addEndpoint, expectAnswer, jumpstart, post, publish, show, writeCode } from '../workspace.ts'

test('Query all records is filled in by its tabs: nested groups, ignore if null, sort, paging, columns', async ({
  page,
  owned,
}) => {
  const { base } = await jumpstart(page, owned)
  const people = ['Ada', 'Grace', 'Alan'].map((name) => ({
    name,
    email: `${name}@example.com`,
    password: 'quiet words 4',
  }))
  for (const person of people) {
    await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  }
  await addEndpoint(page, 'people', 'GET')
  await writeCode(
    page,
    `query people verb=GET {
  api_group = "Authentication"

  input {
    text name?
  }

  stack {
    db.query user {
    } as $people
  }

  response = $people
}
`,
  )
  await show(page, 'List')
  await page.getByRole('treeitem').first().click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const tab = (name: RegExp) => inspector.getByRole('tab', { name })

  // Columns of the table are offered, with their types.
  const left = inspector.getByRole('textbox', { name: 'Where: left' })
  await left.pressSequentially('na')
  await expect(inspector.getByRole('option', { name: 'user.name text' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(left).toHaveValue('user.name')
  await inspector.getByLabel('How Where: right is given').selectOption('input')
  await inspector.getByRole('textbox', { name: 'Where: right' }).fill('name')
  await inspector.getByLabel('ignore if null').check()
  await expect(page.getByRole('treeitem').first()).toContainText('$db.user.name ==? $input.name')

  // A group beside it.
  await inspector.getByRole('button', { name: 'Group' }).first().click()
  const group = inspector.getByRole('textbox', { name: 'Where, group 2: left' })
  await group.fill('user.id')
  await inspector.getByLabel('Where, group 2: comparison').selectOption('>')
  await inspector.getByRole('textbox', { name: 'Where, group 2: right' }).fill('1')
  await inspector.getByRole('button', { name: 'Condition' }).first().click()
  await expect(inspector.getByLabel('How row 2 of Where, group 2 is joined')).toHaveValue('||')
  await inspector.getByRole('textbox', { name: 'Where, group 2 2: left' }).fill('user.name')
  await inspector.getByLabel('Where, group 2 2: comparison').selectOption('==')
  await inspector.getByRole('textbox', { name: 'Where, group 2 2: right' }).fill('Ada')
  await inspector.getByRole('radio', { name: 'Expression' }).first().click()
  await expect(inspector.getByRole('textbox', { name: 'Where', exact: true })).toHaveValue(
    '$db.user.name ==? $input.name && ($db.user.id > 1 || $db.user.name == "Ada")',
  )

  await tab(/^Output/).click()
  await inspector.getByRole('button', { name: 'Sort by' }).click()
  await inspector.getByLabel('Sort 1: column').selectOption('user.name')
  await inspector.getByLabel('Sort 1: order').selectOption('desc')
  await inspector.getByRole('switch', { name: 'In pages' }).click()
  await inspector.getByRole('textbox', { name: 'Rows a page' }).fill('2')
  await inspector.getByRole('switch', { name: 'Tell about the page' }).click()
  await inspector.getByRole('checkbox', { name: 'name', exact: true }).check()
  await expect(tab(/^Output/)).toHaveText('Output (3)')

  await tab(/^External/).click()
  await inspector.getByLabel('How Page is given').selectOption('expression')
  await inspector.getByRole('textbox', { name: 'Page', exact: true }).fill('1')

  await show(page, 'Code')
  const code = page.getByRole('textbox', { name: 'XanoScript' })
  await expect(code).toContainText('sort = {"user.name": "desc"}')
  await expect(code).toContainText('output = ["name"]')
  await publish(page)
  await expectAnswer(() => fetch(`${base}/people`), 200, [{ name: 'Grace' }, { name: 'Alan' }])
  await expectAnswer(() => fetch(`${base}/people?name=Ada`), 200, [{ name: 'Ada' }])
})
