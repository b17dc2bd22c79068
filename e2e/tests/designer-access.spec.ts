/// <reference lib="dom" />
import { expectGood } from '../expect-good.ts'
import { expect, test } from '../fixtures.ts'
import { addEndpoint, jumpstart, openEndpoint, show } from '../workspace.ts'

test('the pages of a workspace are open to all', async ({ page, owned }) => {
  test.setTimeout(120_000)
  await jumpstart(page, owned)
  for (const place of ['Overview', 'Database', 'API', 'Library', 'Tasks', 'Settings']) {
    const link = page.getByRole('navigation').getByRole('link', { name: place })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy]')).toHaveCount(0)
    await expectGood(page)
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('link', { name: 'user' }).click()
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible()
  await expectGood(page)
})

test('the list of the designer is open to all, with its fields and the picker', async ({ page, owned }) => {
  test.setTimeout(120_000)
  await jumpstart(page, owned)
  await openEndpoint(page, '/auth/login')
  await expectGood(page)
  await page.getByRole('treeitem').nth(1).click()
  await expect(page.getByRole('region', { name: 'Inspector' })).toBeVisible()
  await expectGood(page)
  await page.getByRole('treeitem').nth(1).press('a')
  await expect(page.getByPlaceholder('Search by name or purpose')).toBeVisible()
  await expectGood(page)
})

test('the tabs of Query all records are open to all, and turning it into a function', async ({ page, owned }) => {
  test.setTimeout(120_000)
  await jumpstart(page, owned)
  await addEndpoint(page, 'all', 'GET')
  await page.getByRole('treeitem').first().press('a')
  await page.getByPlaceholder('Search by name or purpose').fill('query all')
  await page.keyboard.press('Enter')
  for (const name of [/^Filter/, /^Output/, /^External/]) {
    await page.getByRole('tab', { name }).click()
    await expectGood(page)
  }
  await page.getByRole('treeitem').first().press('f')
  await expect(page.getByRole('dialog', { name: 'Turn into a function' })).toBeVisible()
  await expectGood(page)
})

test('the canvas, the code and publishing are open to all', async ({ page, owned }) => {
  test.setTimeout(120_000)
  await jumpstart(page, owned)
  await openEndpoint(page, '/auth/login')
  await show(page, 'Canvas')
  await expect(page.getByRole('button', { name: /^Get record/ })).toBeVisible()
  await expectGood(page)
  await show(page, 'Code')
  await expect(page.getByRole('textbox', { name: 'XanoScript' })).toBeVisible()
  await expectGood(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Publish' })).toBeVisible()
  await expectGood(page)
})
