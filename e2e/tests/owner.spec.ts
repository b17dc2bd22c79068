import { createOwner, expect, expectHome, expectSignIn, owner, signIn, test } from '../fixtures.ts'

test('the set-up link makes the owner, who signs out and in again', async ({ page, unowned }) => {
  await page.goto(unowned.setupLink)
  await createOwner(page)
  await expect(page.getByText(owner.name)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expectSignIn(page)
  await signIn(page)
  await expectHome(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expectSignIn(page)
})

test('the set-up link works once', async ({ browser, page, owned }) => {
  await page.goto(owned.setupLink)
  await page.getByLabel('Your name').fill('Mallory')
  await page.getByLabel('E-mail').fill('mallory@example.com')
  await page.getByLabel('Password').fill('another four words')
  await page.getByRole('button', { name: 'Create owner' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'was used or has expired' })).toBeVisible()
  const other = await browser.newPage()
  await other.goto(owned.url)
  await expectSignIn(other)
  await other.close()
})

test('a set-up link with another code makes nobody the owner', async ({ page, unowned }) => {
  await page.goto(`${unowned.url}/setup#${'A'.repeat(43)}`)
  await page.getByLabel('Your name').fill('Mallory')
  await page.getByLabel('E-mail').fill('mallory@example.com')
  await page.getByLabel('Password').fill('another four words')
  await page.getByRole('button', { name: 'Create owner' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'was used or has expired' })).toBeVisible()
})
