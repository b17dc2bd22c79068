/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { outOfSight } from '../out-of-sight.ts'
import { expectAnswer, jumpstart, publish } from '../workspace.ts'

const goTo = (page: Page, place: string) => page.getByRole('navigation').getByRole('link', { name: place }).click()

test('each kind of the library is made and opened, by keyboard', async ({ page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  await goTo(page, 'Library')
  await expect(page.getByText('No function yet')).toBeVisible()
  await page.getByRole('tab', { name: 'Functions' }).focus()
  for (const [tab, kind] of [
    ['Addons', 'Addon'],
    ['Middleware', 'Middleware'],
    ['Triggers', 'Trigger'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: kind, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Name')).toBeFocused()
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(violations).toEqual([])
    await page.keyboard.type(`my_${kind.toLowerCase()}`)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: `my_${kind.toLowerCase()}` })).toBeVisible()
    await goTo(page, 'Library')
    await page.getByRole('tab', { name: `${tab} 1` }).click()
    await expect(page.getByRole('link', { name: `my_${kind.toLowerCase()}` })).toBeVisible()
  }
  await checkAccess()
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await outOfSight(page)).toEqual([])
  }
})

test('a task tells when it is due, and runs at once when asked', async ({ page, owned, checkAccess }) => {
  const { base } = await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  const source = `task "greet" {
  stack {
    db.add user {
      data = {name: "By task", email: "task@example.com"}
    } as $user
  }

  schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 86400}]
}
`
  const made = await page.request.post(`${owned.url}/api:meta/object/create`, {
    data: { workspace, source, publish: true },
    headers: { origin: owned.url },
  })
  expect(made.status()).toBe(200)
  await goTo(page, 'Tasks')
  await expect(page.getByText(/every day · in \d+ (hour|minute|second)s?/)).toBeVisible()
  await page.getByRole('button', { name: 'Run greet now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Run greet now?' })
  await dialog.getByRole('button', { name: 'Run now' }).click()
  await expect(dialog.getByRole('status')).toContainText('Done in')
  expect(base).toContain('/api:')
  // Its e-mail is taken by then: the run fails, and says why.
  await dialog.getByRole('button', { name: 'Run again' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await checkAccess()
  await page.getByRole('link', { name: 'greet' }).click()
  await expect(page.getByRole('heading', { name: 'greet' })).toBeVisible()
})

test('a function is made, filled and published', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await goTo(page, 'Library')
  await page.getByRole('button', { name: 'Function', exact: true }).click()
  await page.getByLabel('Name').fill('billing/total')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByLabel('How Response is given').selectOption('number')
  await page.getByRole('textbox', { name: 'Response', exact: true }).fill('42')
  await publish(page)
})

test('an endpoint is deleted from its list by keyboard, and its URL answers no more', async ({
  page,
  owned,
  checkAccess,
}) => {
  const { base } = await jumpstart(page, owned)
  const me = page.getByRole('link', { name: '/auth/me' })
  await expectAnswer(async () => await fetch(`${base}/auth/me`), 401)
  await page.getByRole('button', { name: 'More for GET auth/me' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete GET auth/me?' })
  await expect(dialog).toContainText('Its public URL stops answering at once.')
  await checkAccess()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(me).toBeVisible()

  await page.getByRole('button', { name: 'More for GET auth/me' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(me).toBeHidden()
  await expectAnswer(async () => await fetch(`${base}/auth/me`), 404)
})
