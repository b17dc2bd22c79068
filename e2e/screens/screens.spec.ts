/// <reference lib="dom" />
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { jumpstart, openEndpoint, post, show } from '../workspace.ts'

const folder = process.env['CAIRN_SCREENS'] ?? join(import.meta.dirname, '../../docs/screens')

test('every screen in light and dark', async ({ page, owned }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const take = async (name: string) => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      // The colours of the theme before are gone with the next frames.
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
    }
  }
  const { base } = await jumpstart(page, owned)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  await take('api')
  await page.getByRole('button', { name: 'Settings of Authentication' }).click()
  await expect(page.getByLabel('URL segment')).toBeVisible()
  await take('group-settings')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Authentication' }).getByRole('button', { name: 'Endpoint' }).click()
  await page.getByText('Reads and writes a table.').click()
  await take('add-endpoint')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Documentation' }).click()
  await page.getByRole('button', { name: '/auth/login' }).click()
  await take('documentation')
  await page.goBack()
  await openEndpoint(page, '/auth/login')
  await page.getByRole('treeitem').nth(1).click()
  await take('stack-list')
  await show(page, 'Canvas')
  await expect(page.getByRole('button', { name: /^Get record/ })).toBeVisible()
  await take('stack-canvas')
  await show(page, 'Code')
  await expect(page.getByRole('textbox', { name: 'XanoScript' })).toBeVisible()
  await take('stack-code')
  await show(page, 'List')
  await page.getByRole('treeitem').nth(1).press('a')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: 'Run draft' }).click()
  await expect(page.getByText('Failed')).toBeVisible()
  await take('run')
  await goTo(page, 'Database')
  await page.getByRole('link', { name: 'user' }).click()
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible()
  await take('table-columns')
  await page.getByRole('radio', { name: 'Rows' }).click()
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  await take('table-rows')
  await goTo(page, 'Library')
  await expect(page.getByText('No function yet')).toBeVisible()
  await take('library')
  await goTo(page, 'Settings')
  await page.getByRole('tab', { name: 'Import & export' }).click()
  await take('import-export')
  await page.getByRole('tab', { name: 'Datasources' }).click()
  await expect(page.getByText('X-Data-Source: test')).toBeVisible()
  await take('datasources')
  await page.getByRole('button', { name: 'Take the tour' }).click()
  await expect(page.getByRole('heading', { name: 'Your workspace at a glance' })).toBeVisible()
  await take('tour')
  await page.keyboard.press('Escape')
  await goTo(page, 'Overview')
  await take('overview')
  await page.goto(owned.url)
  await page.getByRole('button', { name: 'New workspace' }).click()
  await take('new-workspace')
})

const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: place }).click()

const person = { name: 'Grace', email: 'grace@example.com', password: 'quiet words 4' }
