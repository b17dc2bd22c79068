import type { Page } from '@playwright/test'
import { expect, expectHome, expectSignIn, signIn, test } from '../fixtures.ts'
import { jumpstart } from '../workspace.ts'

const openSettings = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: tab }).click()
}

test('an invitation makes a member, who is given another role and removed', async ({
  browser,
  page,
  owned,
  checkAccess,
}) => {
  const { name } = await jumpstart(page, owned)
  await openSettings(page, 'Members & invitations')
  await expect(page.getByText('No invitation waits for an answer.')).toBeVisible()
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('E-mail').fill(`grace@${name.replaceAll(' ', '-').toLowerCase()}.example`)
  await page.getByLabel('Role', { exact: true }).selectOption('viewer')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('invitation link', { exact: true }).innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('region', { name: 'Invitations' }).getByText('viewer')).toBeVisible()

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`${owned.url}/join#${'A'.repeat(43)}`)
  await expect(guest.getByRole('alert').filter({ hasText: 'was used, withdrawn or has expired' })).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: `Join ${name}` })).toBeVisible()
  await guest.getByLabel('Your name').fill('Grace Hopper')
  await guest.getByLabel('Password').fill('another four words')
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest.getByRole('heading', { name })).toBeVisible()
  await openSettings(guest, 'Members & invitations')
  await expect(guest.getByText('Grace Hopper')).toBeVisible()
  await expect(guest.getByRole('region', { name: 'Invitations' })).toBeHidden()
  await expect(guest.getByRole('combobox')).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('No invitation waits for an answer.')).toBeVisible()
  const role = page.getByLabel('Role of Grace Hopper')
  await role.selectOption('developer')
  await expect(role).toBeEnabled()
  await page.reload()
  await expect(role).toHaveValue('developer')
  await checkAccess()
  await page.getByRole('button', { name: 'Remove Grace Hopper' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(role).toHaveCount(0)
  await guest.reload()
  await expect(guest.getByText('There is no such workspace')).toBeVisible()
  await guest.context().close()
})

test('a session of another browser is signed out', async ({ browser, page, owned, checkAccess }) => {
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page)
  await expectHome(page)
  await page.getByRole('link', { name: 'Your account' }).click()
  const sessions = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions.filter({ hasText: 'This browser' })).toHaveCount(1)
  const other = await (await browser.newContext({ userAgent: 'Gecko/20100101 Firefox/140.0' })).newPage()
  await other.goto(`${owned.url}/sign-in`)
  await signIn(other)
  await expectHome(other)
  await page.reload()
  await checkAccess()
  const firefox = sessions.filter({ hasText: 'Firefox' })
  await firefox.getByRole('button', { name: /^Sign out/ }).click()
  await expect(firefox).toHaveCount(0)
  await other.reload()
  await expectSignIn(other)
  await other.context().close()
})
