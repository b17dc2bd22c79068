import { expect, signIn, test } from '../fixtures.ts'
import { addEndpoint, jumpstart } from '../workspace.ts'

const response = { name: 'Response', exact: true } as const

test('a lost connection loses nothing, and undo goes on after a reload', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'lost', 'GET')
  const field = page.getByRole('textbox', response)
  await page.getByLabel('How Response is given').selectOption('number')
  await field.fill('1')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  const drafts = '**/api:meta/object/draft'
  await page.route(drafts, (route) => route.abort())
  await field.fill('12')
  await expect(page.getByRole('status').filter({ hasText: 'Kept in this browser' })).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('12')
  await page.unroute(drafts)
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field).not.toHaveValue('12')
})

test('two people who edit one stack are told, and nothing is overwritten unasked', async ({ page, owned, browser }) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'shared', 'GET')
  await page.getByLabel('How Response is given').selectOption('text')
  await page.getByRole('textbox', response).fill('start')
  await expect(page.getByText('Saving…')).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await other.goto(`${owned.url}/sign-in`)
  await signIn(other)
  await expect(other.getByRole('heading', { name: 'Workspaces' })).toBeVisible()
  await other.goto(page.url())
  const [mine, theirs] = [page.getByRole('textbox', response), other.getByRole('textbox', response)]
  await expect(theirs).toHaveValue('start')
  const saved = other.waitForResponse('**/api:meta/object/draft')
  await theirs.fill('theirs')
  await saved
  await mine.fill('mine')
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this draft' })
  await expect(dialog).toContainText('theirs')
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(mine).toHaveValue('theirs')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(mine).toHaveValue('mine')
  await other.context().close()
})
