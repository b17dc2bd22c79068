import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, signIn, test } from '../fixtures.ts'
import type { Cairn } from '../start-cairn.ts'
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

/** An endpoint that two people have open; the page of the other. */
async function shared(page: Page, owned: Cairn, browser: Browser): Promise<Page> {
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
  await expect(other.getByRole('textbox', response)).toHaveValue('start')
  return other
}

test('what two people changed at different places is put together', async ({ page, owned, browser }) => {
  const other = await shared(page, owned, browser)
  const saved = other.waitForResponse('**/api:meta/object/draft')
  await other.getByRole('button', { name: 'Input', exact: true }).click()
  const form = other.getByRole('dialog', { name: 'Add input' })
  await form.getByLabel('Name').fill('age')
  await form.getByRole('button', { name: 'Save' }).click()
  await saved
  await page.getByRole('textbox', response).fill('mine')
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this draft' })
  await expect(dialog).toContainText('You changed different places')
  await expect(dialog.getByRole('button', { name: /^Changed input/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Put both together' }).click()
  await expect(page.getByRole('textbox', response)).toHaveValue('mine')
  await expect(page.getByText('age', { exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('textbox', response)).toHaveValue('mine')

  // What is published is told statement by statement, and line by line.
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const publish = page.getByRole('dialog', { name: 'Publish' })
  await expect(publish.getByText('2 changes')).toBeVisible()
  await publish.getByRole('button', { name: /response/i }).click()
  await expect(publish.getByText('response = "mine"').last()).toBeVisible()
  await publish.getByRole('radio', { name: 'Text' }).click()
  await expect(publish.getByLabel('Changes', { exact: true })).toBeVisible()
  await other.context().close()
})

test('two people who edit one stack are told, and nothing is overwritten unasked', async ({ page, owned, browser }) => {
  const other = await shared(page, owned, browser)
  const [mine, theirs] = [page.getByRole('textbox', response), other.getByRole('textbox', response)]
  const saved = other.waitForResponse('**/api:meta/object/draft')
  await theirs.fill('theirs')
  await saved
  await mine.fill('mine')
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this draft' })
  await expect(dialog.getByRole('radio', { name: 'Yours' })).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: 'Choose 1 more' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'Theirs' }).check()
  await expect(dialog.getByRole('button', { name: 'Put both together' })).toBeEnabled()
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations).toEqual([])
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(mine).toHaveValue('theirs')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(mine).toHaveValue('mine')
  await other.context().close()
})
