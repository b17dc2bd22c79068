import { expect, test } from '../fixtures.ts'
import { addEndpoint, jumpstart, openEndpoint } from '../workspace.ts'

test('a draft is run from the editor, and each step tells what came of it', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'answer', 'GET')
  await page.getByLabel('How Response is given').selectOption('text')
  await page.getByRole('textbox', { name: 'Response', exact: true }).fill('forty-two')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const run = page.getByRole('region', { name: 'Run' })
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('"forty-two"')).toBeVisible()
  await expect(run.getByText('No step ran.')).toBeVisible()
})

test('a run that fails shows the step at which it did', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await openEndpoint(page, '/auth/login')
  await page.keyboard.press('ControlOrMeta+Enter')
  const run = page.getByRole('region', { name: 'Run' })
  await expect(run.getByLabel('Input')).toHaveValue(/ada@example\.com/)
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('Invalid Credentials.').first()).toBeVisible()
  await run.getByRole('button', { name: /^Precondition/ }).click()
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('$user != null')
})
