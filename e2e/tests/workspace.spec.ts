/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unpackFolder } from '@cairn/contract'
import { expect, signIn, test } from '../fixtures.ts'
import { outOfSight } from '../out-of-sight.ts'
import { expectAnswer, jumpstart, post } from '../workspace.ts'

const openTab = async (page: Page, tab: string) => {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: tab }).click()
}
const seriousIn = async (page: Page, within: string) => {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
}

test('from nothing to an authenticated call, by keyboard alone', async ({ page, owned }) => {
  const { keyboard } = page
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page)
  await page.getByRole('button', { name: 'New workspace' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await keyboard.type(`Keys ${process.pid}`)
  await keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: /^Jumpstart/ })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('link', { name: '/auth/login' })).toBeVisible()
  const base = await page.getByRole('region', { name: 'Authentication' }).locator('code').innerText()

  // The palette begins an endpoint; the lock closes it.
  await keyboard.press('ControlOrMeta+k')
  await keyboard.type('add api endpoint')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Path')).toBeFocused()
  await keyboard.type('secret')
  await keyboard.press('Enter')
  await expect(page.getByRole('tree', { name: 'Function stack' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the list' }).focus()
  await keyboard.press('Enter')
  await expectAnswer(() => fetch(`${base}/secret`), 200)
  const lock = page.getByRole('button', { name: 'Authentication of secret' })
  await lock.focus()
  await keyboard.press('Space')
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await expectAnswer(() => fetch(`${base}/secret`), 401)
  const person = { name: 'Grace', email: 'grace@example.com', password: 'quiet words 4' }
  const { authToken } = (await (await post(`${base}/auth/signup`, person)).json()) as { authToken: string }
  const answer = await fetch(`${base}/secret`, { headers: { authorization: `Bearer ${authToken}` } })
  expect(answer.status).toBe(200)
})

test('the tour is taken, or skipped for good', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await page.getByRole('button', { name: 'Take the tour' }).click()
  const tour = page.getByRole('dialog', { name: 'Tour' })
  await expect(tour.getByRole('heading')).toHaveText('Your workspace at a glance')
  await expect(page.getByRole('heading', { level: 1, name: /^Shop/ })).toBeVisible()
  expect(await seriousIn(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Database' })).toBeVisible()
  await expect(tour.getByRole('button', { name: 'Next' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Database' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take the tour' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('take the tour')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 4; step += 1) await tour.getByRole('button', { name: 'Next' }).click()
  await tour.getByRole('button', { name: 'Begin' }).click()
  await expect(tour).toBeHidden()
})

test('a workspace is taken out as a zip, changed, and brought in again with a report', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await openTab(page, 'Import & export')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'As published' }).click()
  const files = unpackFolder(new Uint8Array(await readFile(await (await download).path())))
  expect(files.map(({ path }) => path)).toContain('table/user.xs')
  const me = files.find(({ text }) => text.includes('"auth/me"'))
  const choose = (chosen: { path: string; text: string }[]) =>
    page
      .getByLabel('Choose a zip or files')
      .setInputFiles(
        chosen.map(({ path, text }) => ({ name: path, mimeType: 'text/plain', buffer: Buffer.from(text) })),
      )
  await choose([{ path: 'notes.txt', text: 'no source' }])
  await expect(page.getByText('There is no .xs file in it.')).toBeVisible()
  const broken = 'function "broken" {\n  stack {\n    var $x {\n      value = (\n    }\n  }\n}\n'
  const open = (me?.text ?? '').replace('auth = "user"', '').replace('auth/me', 'auth/you')
  await choose([
    { path: 'you.xs', text: open },
    { path: 'broken.xs', text: broken },
  ])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const report = page.getByRole('region', { name: 'What was read' })
  await expect(report.getByRole('status')).toHaveText(/2 added, 1 kept as drafts with problems\./)
  await expect(report.getByText(/broken\.xs:\d+:\d+/).first()).toBeVisible()
  await expectAnswer(() => fetch(`${base}/auth/you`), 200)
  expect(await seriousIn(page, 'main')).toEqual([])
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await outOfSight(page)).toEqual([])
  }
})

test('the general settings and an invitation are open to all', async ({ browser, page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  await openTab(page, 'General')
  await checkAccess()
  await page.getByRole('tab', { name: 'Members & invitations' }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('E-mail').fill(`join-${process.pid}@example.com`)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('invitation link', { exact: true }).innerText()
  const guest = await (await browser.newContext()).newPage()
  for (const [address, says] of [
    [link, 'Your name'],
    [`${owned.url}/join#${'A'.repeat(43)}`, 'Try again'],
    [`${owned.url}/join`, 'The link is cut short.'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await guest.emulateMedia({ colorScheme })
      await guest.goto('about:blank')
      await guest.goto(address)
      await expect(guest.getByText(says).first()).toBeVisible()
      expect(await seriousIn(guest, 'body')).toEqual([])
    }
  }
  await guest.context().close()
})

test('a list that can not be loaded says so, and is asked for again', async ({ page, owned }) => {
  await jumpstart(page, owned)
  const objects = '**/api:meta/objects'
  await page.route(objects, (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible({ timeout: 20_000 })
  await page.unroute(objects)
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('link', { name: '/auth/login' })).toBeVisible()
})
