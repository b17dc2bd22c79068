import { expect, expectHome, expectSignIn, signIn, test } from '../fixtures.ts'

test('set-up is open to all', async ({ page, owned, checkAccess }) => {
  await page.goto(owned.setupLink)
  await expect(page.getByRole('heading', { name: 'Set up Cairn' })).toBeVisible()
  await checkAccess()
})

test('sign-in is open to all', async ({ page, owned, checkAccess }) => {
  await page.goto(`${owned.url}/sign-in`)
  await expectSignIn(page)
  await checkAccess()
})

test('home is open to all', async ({ page, owned, checkAccess }) => {
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page)
  await expectHome(page)
  await checkAccess()
})

test('the screens ask nothing of other hosts and break no rule of their policy', async ({ page, owned }) => {
  const outside: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== owned.url && !request.url().startsWith('data:')) outside.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page)
  await expectHome(page)
  expect({ outside, complaints }).toEqual({ outside: [], complaints: [] })
})
