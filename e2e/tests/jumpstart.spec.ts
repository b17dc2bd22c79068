import { expect, test } from '../fixtures.ts'
import { addEndpoint, expectAnswer, jumpstart, post, publish } from '../workspace.ts'

test('from nothing to an authenticated call, by mouse', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)

  // The login works as it stands.
  const person = { name: 'Grace', email: 'grace@example.com', password: 'quiet words 4' }
  await expectAnswer(() => post(`${base}/auth/signup`, person), 200)
  const { authToken } = (await (await post(`${base}/auth/login`, person)).json()) as { authToken: string }
  const me = await fetch(`${base}/auth/me`, { headers: { authorization: `Bearer ${authToken}` } })
  expect([me.status, ((await me.json()) as { name: string }).name]).toEqual([200, 'Grace'])

  // An endpoint of one's own.
  await addEndpoint(page, 'guest', 'POST')
  await page.getByRole('button', { name: 'Input', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Add input' })
  await form.getByLabel('Name').fill('name')
  await form.getByRole('button', { name: 'Save' }).click()

  await page.getByRole('button', { name: 'Add function' }).click()
  await page.getByPlaceholder('Search by name or purpose').fill('precond')
  await page.getByRole('option', { name: /^Precondition/ }).click()
  const fields = page.getByRole('region', { name: 'Inspector' })
  await fields.getByLabel('How Condition: left is given').selectOption('input')
  await fields.getByRole('textbox', { name: 'Condition: left' }).fill('name')
  await fields.getByLabel('Condition: comparison').selectOption('!=')
  await fields.getByLabel('How Condition: right is given').selectOption('text')
  await fields.getByRole('textbox', { name: 'Condition: right' }).fill('root')
  await fields.getByRole('combobox', { name: 'Error type' }).selectOption('accessdenied')
  await fields.getByRole('textbox', { name: 'Error message' }).fill('Not you.')

  await page.getByRole('button', { name: 'Add function' }).click()
  await page.getByPlaceholder('Search by name or purpose').fill('authentication token')
  await page.getByRole('option', { name: /^Create authentication token/ }).click()
  await fields.getByRole('combobox', { name: 'Table' }).selectOption('user')
  await fields.getByRole('textbox', { name: 'Id', exact: true }).fill('1')

  await page.getByLabel('How Response is given').selectOption('var')
  await page.getByRole('textbox', { name: 'Response', exact: true }).fill('auth_token')
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
  await publish(page)

  const refused = { code: 'ERROR_CODE_ACCESS_DENIED', message: 'Not you.', payload: null }
  await expectAnswer(() => post(`${base}/guest`, { name: 'root' }), 403, refused)
  const token: unknown = await (await post(`${base}/guest`, { name: 'ada' })).json()
  const asGuest = await fetch(`${base}/auth/me`, { headers: { authorization: `Bearer ${String(token)}` } })
  expect(asGuest.status).toBe(200)
})

test('the lock of an endpoint is its authentication switch', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await addEndpoint(page, 'open', 'GET')
  await page.getByLabel('How Response is given').selectOption('text')
  await page.getByRole('textbox', { name: 'Response', exact: true }).fill('hello')
  await publish(page)
  await expectAnswer(() => fetch(`${base}/open`), 200, 'hello')

  await page.getByRole('link', { name: 'Back to the list' }).click()
  const lock = page.getByRole('button', { name: 'Authentication of open' })
  await lock.click()
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await expectAnswer(() => fetch(`${base}/open`), 401)
  await lock.click()
  await expect(lock).toHaveAttribute('aria-pressed', 'false')
  await expectAnswer(() => fetch(`${base}/open`), 200, 'hello')
})
