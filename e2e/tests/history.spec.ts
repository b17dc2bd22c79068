import { readFile } from 'node:fs/promises'
import { expectGood } from '../expect-good.ts'
import { expect, test } from '../fixtures.ts'
import { expectAnswer, jumpstart, post, publish, show } from '../workspace.ts'

test('requests are found, followed live, counted and taken out as CSV', async ({ page, owned, checkAccess }) => {
  const { base } = await jumpstart(page, owned)
  const person = { name: 'Grace', email: `g${Date.now()}@example.com`, password: 'quiet words 4' }
  expect((await post(`${base}/auth/signup`, person)).status).toBe(200)
  expect((await post(`${base}/auth/login`, { email: person.email, password: 'wrong words 1' })).status).toBe(403)

  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  const list = page.getByRole('region', { name: 'Requests' })
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list.getByRole('row').nth(1)).toContainText('Invalid Credentials.')
  await expect(page.getByRole('region', { name: 'Figures' })).toContainText('1 (50.0 %)')
  await checkAccess()

  await page.getByLabel('Live').click()
  expect((await fetch(`${base}/auth/me`)).status).toBe(401)
  await expect(list.getByRole('row')).toHaveCount(4)

  await page.getByLabel('Answer').selectOption({ label: 'Without error' })
  await expect(list.getByRole('row')).toHaveCount(2)
  await page.getByLabel('Answer').selectOption({ label: 'All answers' })
  await page.getByRole('searchbox').fill('auth/ME')
  await expect(list.getByRole('row')).toHaveCount(2)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toMatch(/^time,method,group,path,/)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2)

  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByText('No request found')).toBeVisible()
})

test('a production error is found, fixed in the draft, replayed green, kept as a test and published', async ({
  page,
  owned,
  checkAccess,
}) => {
  const { base } = await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  const source = `query share verb=GET {
  api_group = "Authentication"

  input {
    int people
  }

  stack {
    db.query user {
      return = {type: "count"}
    } as $count
    var $share {
      value = $count / $input.people
    }
  }

  response = {share: $share}
}
`
  const meta = async (path: string, data: object): Promise<{ id: number; edition: number }> => {
    const response = await page.request.post(`${owned.url}/api:meta${path}`, { data: { workspace, ...data } })
    expect(response.status(), await response.text()).toBe(200)
    return (await response.json()) as { id: number; edition: number }
  }
  const { id: object, edition } = await meta('/object/create', { source, publish: true })
  await expectAnswer(() => fetch(`${base}/share?people=2`), 200)
  expect((await fetch(`${base}/share?people=0`)).status).toBe(500)

  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  await page.getByLabel('Answer').selectOption({ label: '5xx: ours' })
  const row = page.getByRole('region', { name: 'Requests' }).getByRole('row').nth(1)
  await expect(row).toContainText('Division by zero')
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GET /share')
  await expect(page.getByText('Same answer as then')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Input', exact: true })).toContainText('"people": "0"')
  const trace = page.getByRole('region', { name: 'Trace' })
  await trace.getByRole('button', { name: 'Go to the failure' }).click()
  await expect(trace.getByText('Division by zero.').first()).toBeVisible()
  await checkAccess()

  const fixed = source.replace('value = $count', 'value = $input.people == 0 ? 0 : $count')
  await meta('/object/draft', { object, source: fixed, expectedEdition: edition })
  await page.reload()
  await page.getByRole('radio', { name: 'Draft' }).click()
  await expect(page.getByText('Another answer than then')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Response of the replay' })).toContainText('"share": 0')
  await expect(page.getByText('differs here')).toBeVisible()
  await page.getByRole('button', { name: 'Replay the last 50 on the draft' }).click()
  await expect(page.getByText('1 of 2 answers change.')).toBeVisible()

  await page.getByRole('button', { name: 'Keep as test' }).click()
  await page.getByLabel('Name').fill('shares among nobody')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.getByRole('link', { name: 'Open the endpoint' }).last().click()
  await expect(page.getByRole('tree', { name: 'Function stack' })).toBeVisible()
  await show(page, 'Code')
  await expect(page.getByRole('textbox', { name: 'XanoScript' })).toContainText('test "shares among nobody" {')
  await publish(page)
  await expectAnswer(() => fetch(`${base}/share?people=0`), 200, { share: 0 })
})

test('who gets in where is seen for a whole group, and what one row is answered', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const person = { name: 'Grace Hopper', email: 'grace@example.com', password: 'quiet words 4' }
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  await page.getByRole('region', { name: 'Authentication' }).getByRole('button', { name: 'Access' }).click()
  const dialog = page.getByRole('dialog', { name: 'Access to Authentication' })
  await dialog.getByRole('button', { name: 'Call every endpoint' }).click()
  await expect(dialog.getByText('Everybody gets in where they may, and nowhere else.')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /auth\/me/ })).toContainText('needs user')
  await expect(dialog.getByRole('columnheader', { name: 'Debugger’s token of user' })).toBeVisible()
  await expectGood(page)

  // By keyboard: the other tab, a row that is found by its name, its answers.
  await dialog.getByRole('tab', { name: 'Everybody' }).focus()
  await page.keyboard.press('ArrowRight')
  await dialog.getByPlaceholder('Search user by any column').fill('hopper')
  await dialog.getByRole('button', { name: /Grace Hopper/ }).press('Enter')
  await expect(dialog.getByRole('heading', { name: /^As user \d+: Grace Hopper/ })).toBeVisible()
  await expect(dialog.getByText(/No login ran, so it has no extras/)).toBeVisible()
  await dialog.locator('summary', { hasText: 'auth/me' }).press('Enter')
  await expect(dialog.getByRole('region', { name: 'Answer of GET /auth/me' })).toContainText('"grace@example.com"')
  await expectGood(page)
  await dialog.getByRole('button', { name: 'Another row' }).click()
  await expect(dialog.getByPlaceholder('Search user by any column')).toBeVisible()
})

test('what is recorded is chosen for each endpoint', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Recording' }).click()
  const dialog = page.getByRole('dialog', { name: 'What is recorded' })
  await dialog.getByLabel('Recorded of POST auth/login').selectOption({ label: 'Nothing' })
  await page.getByRole('button', { name: 'Close' }).click()
  expect((await post(`${base}/auth/login`, { email: 'a@example.com', password: 'wrong words 1' })).status).toBe(403)
  await page.reload()
  const row = page.getByRole('region', { name: 'Requests' }).getByRole('row').nth(1)
  await expect(row).toContainText('/auth/login')
  await expect(row.getByLabel('recorded')).toHaveCount(0)
})
