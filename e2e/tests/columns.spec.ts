import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { jumpstart, post } from '../workspace.ts'

const person = { name: 'Ada', email: 'ada@example.com', password: 'quiet words 4' }

const openTable = async (page: Page, view: 'Rows' | 'Columns') => {
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('link', { name: 'user' }).click()
  await page.getByRole('radio', { name: view }).click()
}

const rename = async (page: Page, from: string, to: string) => {
  await page.getByRole('button', { name: `Edit ${from}` }).click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(to)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
}

test('a renamed column keeps its values, in the stacks that name it too', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  await openTable(page, 'Columns')
  await rename(page, 'name', 'full_name')
  const everywhere = page.getByRole('dialog', { name: 'Rename name to full_name' })
  await expect(everywhere.getByRole('listitem')).toHaveCount(3)
  await everywhere.getByText('auth/signup').click()
  await expect(everywhere.getByText('full_name: $input.name')).toBeVisible()
  await everywhere.getByRole('button', { name: 'Rename in 3 objects' }).click()
  await expect(everywhere).toBeHidden()

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  const sql = dialog.getByLabel('SQL for live')
  await expect(sql).toContainText('rename column "name" to "full_name"')
  await dialog.getByLabel('Values of full_name').selectOption('Starts empty')
  await expect(sql).toContainText('add column "full_name"')
  await dialog.getByLabel('Values of full_name').selectOption('Keeps the values of name')
  await expect(sql).not.toContainText('add column')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('radio', { name: 'Rows' }).click()
  await expect(page.getByRole('columnheader', { name: 'full_name' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Ada', exact: true })).toBeVisible()
})

test('a table that is called otherwise keeps its rows', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  await openTable(page, 'Columns')
  await page.getByLabel('Name', { exact: true }).fill('member')
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('button', { name: 'Rename in 4 objects' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'member' })).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByLabel('SQL for live')).toContainText('rename to "member"')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('radio', { name: 'Rows' }).click()
  await expect(page.getByRole('gridcell', { name: 'Ada', exact: true })).toBeVisible()
})

test('a table says what uses it, and what its authentication switch affects', async ({ page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  await openTable(page, 'Columns')
  const uses = page.getByRole('region', { name: 'Used by' })
  await expect(uses.getByRole('listitem')).toHaveCount(7)
  const auth = page.getByRole('region', { name: 'Authentication' })
  await expect(auth.getByRole('link')).toHaveText(['GET /auth/me', 'auth/login', 'auth/signup'])
  await expect(auth.getByText('Stacks that make them', { exact: true })).toBeVisible()
  await auth.getByRole('switch').click()
  await expect(auth.getByText('Stacks that make them, and fail')).toBeVisible()
  await checkAccess()
  await uses.getByRole('link', { name: 'auth/me' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'auth/me' })).toBeVisible()
})
