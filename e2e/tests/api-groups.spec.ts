/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { outOfSight } from '../out-of-sight.ts'
import { expectAnswer, jumpstart, post } from '../workspace.ts'

const seriousIn = async (page: Page, within: string) => {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
}

const group = (page: Page) => page.getByRole('region', { name: 'Authentication' })

test('endpoints of a table are made from CRUD by keyboard, and answer', async ({ page, owned, checkAccess }) => {
  const { base } = await jumpstart(page, owned)
  await group(page).getByRole('button', { name: 'Endpoint' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Path')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('radio', { name: /^Blank/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const dialog = page.getByRole('dialog', { name: 'Add API endpoint' })
  await expect(dialog.getByLabel('Table', { exact: true })).toHaveValue('user')
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(5)
  await expect(dialog.getByLabel('Authentication', { exact: true })).toHaveValue('user')
  await dialog.getByLabel('Authentication', { exact: true }).selectOption('Open to everyone')
  expect(await seriousIn(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Add 5 endpoints' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(group(page).getByRole('link', { name: '/user/{user_id}' })).toHaveCount(3)
  await expectAnswer(() => fetch(`${base}/user`), 200, [])
  await expectAnswer(() => fetch(`${base}/user/7`), 404)

  // Once more: what is there stays, and is named.
  await group(page).getByRole('button', { name: 'Endpoint' }).click()
  await page.getByText('Reads and writes a table.').click()
  await dialog.getByLabel('Replace').check()
  await dialog.getByRole('button', { name: 'Add 6 endpoints' }).click()
  await expect(dialog.getByText('1 made.')).toBeVisible()
  await expect(dialog.getByText(/GET user, GET user\/\{user_id\}, POST user/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await checkAccess()
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await outOfSight(page)).toEqual([])
  }
})

test('a refusal says what to do, and the dialog stays', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await page.route('**/api:meta/endpoints/create', (route) => route.abort())
  await group(page).getByRole('button', { name: 'Endpoint' }).click()
  await page.getByText('Takes files and keeps them.').click()
  await page.getByRole('button', { name: 'Add 2 endpoints' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await page.unroute('**/api:meta/endpoints/create')
  await page.getByRole('button', { name: 'Add 2 endpoints' }).click()
  await expect(group(page).getByRole('link', { name: '/upload/image' })).toBeVisible()
})

test('a group moves to another URL, is switched off, and says no to a taken URL', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const segment = `shop-${process.pid}`
  const settings = page.getByRole('button', { name: 'Settings of Authentication' })
  await settings.click()
  const dialog = page.getByRole('dialog', { name: 'Settings of Authentication' })
  await dialog.getByLabel('URL segment').fill(segment)
  await dialog.getByLabel('Description').fill('Who may come in.')
  await dialog.getByLabel('Calls from browsers').selectOption('custom')
  await dialog.getByLabel('Sites', { exact: true }).fill('https://app.example.com')
  expect(await seriousIn(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Save and publish' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Who may come in.')).toBeVisible()
  const moved = `${owned.url}/api:${segment}`
  await expectAnswer(() => fetch(`${moved}/auth/me`), 401)
  await expectAnswer(() => fetch(`${base}/auth/me`), 404)
  const asked = await fetch(`${moved}/auth/me`, { headers: { origin: 'https://app.example.com' } })
  expect(asked.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
  const other = await fetch(`${moved}/auth/me`, { headers: { origin: 'https://evil.example' } })
  expect(other.headers.get('access-control-allow-origin')).toBeNull()

  await settings.click()
  await dialog.getByRole('switch', { name: 'Active' }).click()
  await dialog.getByRole('button', { name: 'Save and publish' }).click()
  await expect(dialog).toBeHidden()
  await expectAnswer(() => fetch(`${moved}/auth/me`), 404)

  await jumpstart(page, owned)
  await settings.click()
  await dialog.getByLabel('URL segment').fill(segment)
  await dialog.getByRole('button', { name: 'Save and publish' }).click()
  await expect(dialog.getByRole('alert')).toContainText('can not be used here')
})

test('the documentation of a group is tried, and opened to who has the link', async ({
  browser,
  page,
  owned,
  checkAccess,
}) => {
  const { base } = await jumpstart(page, owned)
  const person = { name: 'Grace', email: 'grace@example.com', password: 'quiet words 4' }
  await expectAnswer(() => post(`${base}/auth/signup`, person), 200)
  await page.getByRole('button', { name: 'Settings of Authentication' }).click()
  await page.getByLabel('Documentation', { exact: true }).selectOption('token')
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await group(page).getByRole('link', { name: 'Documentation' }).click()

  await page.getByRole('button', { name: '/auth/login' }).click()
  const login = page.getByRole('listitem').filter({ hasText: '/auth/login' })
  await login.getByLabel('email').fill(person.email)
  await login.getByLabel('password').fill(person.password)
  await expect(login.getByLabel('as curl')).toContainText(`--data-raw '{`)
  await login.getByRole('button', { name: 'Send' }).click()
  const answer = login.getByRole('region', { name: /^Answer of/ })
  await expect(answer).toContainText('200')
  const { authToken } = JSON.parse(await answer.locator('pre').innerText()) as { authToken: string }
  await page.getByRole('button', { name: '/auth/me' }).click()
  const me = page.getByRole('listitem').filter({ hasText: '/auth/me' })
  await me.getByRole('button', { name: 'Send' }).click()
  await expect(me.getByRole('region', { name: /^Answer of/ })).toContainText('401')
  await page.getByLabel('Token', { exact: true }).fill(authToken)
  await me.getByRole('button', { name: 'Send' }).click()
  await expect(me.getByRole('region', { name: /^Answer of/ })).toContainText('Grace')
  await expect(me.getByLabel('as curl')).not.toContainText(authToken)
  expect(await seriousIn(page, 'main')).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'TypeScript client' }).click()
  expect((await download).suggestedFilename()).toBe('authentication.ts')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy link to the documentation' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Authentication', level: 1 })).toBeVisible()
  await guest.goto(link.replace(/\/[^/]*$/, ''))
  await guest.reload()
  await expect(guest.getByText('There is no documentation at this address.')).toBeVisible()
  await guest.context().close()
  await checkAccess()
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await outOfSight(page)).toEqual([])
  }
})

test('calls and errors stand at the endpoint', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await expectAnswer(() => fetch(`${base}/auth/me`), 401)
  await page.reload()
  await expect(group(page).getByText(/^\d+ calls?, \d+ with an error$/)).toBeAttached()
})
