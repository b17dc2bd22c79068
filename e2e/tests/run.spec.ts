import { openRun } from '../debugged.ts'
import { expect, test } from '../fixtures.ts'
import { addEndpoint, jumpstart, openEndpoint } from '../workspace.ts'

test('a draft is run from the editor, and each step tells what came of it', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'answer', 'GET')
  await page.getByLabel('How Response is given').selectOption('text')
  await page.getByRole('textbox', { name: 'Response', exact: true }).fill('forty-two')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const run = page.getByRole('region', { name: 'Run', exact: true })
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('"forty-two"')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Trace' }).getByText('"forty-two"').first()).toBeVisible()
})

test('a run that fails shows the step at which it did, with what to do', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await openEndpoint(page, '/auth/login')
  const run = await openRun(page)
  await expect(run.getByLabel('email')).toHaveValue('ada@example.com')
  await run.getByRole('radio', { name: 'JSON' }).click()
  await expect(run.getByLabel('Input as JSON')).toHaveValue(/ada@example\.com/)
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('Invalid Credentials.').first()).toBeVisible()
  const current = page.getByRole('tree', { name: 'Function stack' }).locator('[aria-current="step"]')
  await expect(current).toContainText('$user != null')
  await expect(current).toContainText('Invalid Credentials.')
})

test('what was typed comes back with the endpoint, and a password does not', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await openEndpoint(page, '/auth/signup')
  let run = await openRun(page)
  await run.getByLabel('email').fill('kept@example.com')
  await run.getByLabel(/^password/).fill('never kept 42')
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByRole('region', { name: 'Outcome' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tree', { name: 'Function stack' })).toBeVisible()
  run = await openRun(page)
  await expect(run.getByLabel('email')).toHaveValue('kept@example.com')
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('never kept 42')
})
