import { expect, expectHome, expectSignIn, owner, signIn, test } from '../fixtures.ts'

test('who is not signed in is sent to sign in', async ({ page, owned }) => {
  await page.goto(owned.url)
  await expectSignIn(page)
  await expect(page).toHaveURL(`${owned.url}/sign-in`)
})

test('a wrong password says so and opens nothing', async ({ page, owned }) => {
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page, 'not the password')
  await expect(page.getByRole('alert').filter({ hasText: 'E-mail or password is wrong.' })).toBeVisible()
  await page.goto(owned.url)
  await expectSignIn(page)
})

test('an unknown e-mail is told the same as a wrong password', async ({ page, owned }) => {
  await page.goto(`${owned.url}/sign-in`)
  await page.getByLabel('E-mail').fill('nobody@example.com')
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'E-mail or password is wrong.' })).toBeVisible()
})

test('a session outlives a reload and ends when signed out', async ({ page, context, owned }) => {
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page)
  await expectHome(page)
  await page.reload()
  await expectHome(page)
  const cookies = await context.cookies()
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Strict' },
  ])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expectSignIn(page)
  await context.addCookies(cookies)
  await page.goto(owned.url)
  await expectSignIn(page)
})

test('the keyboard alone signs in and out', async ({ page, owned }) => {
  await page.goto(`${owned.url}/sign-in`)
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type(owner.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectHome(page)
  const signOut = page.getByRole('button', { name: 'Sign out' })
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Your account' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Switch between light and dark' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(signOut).toBeFocused()
  await page.keyboard.press('Enter')
  await expectSignIn(page)
})
