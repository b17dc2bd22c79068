import { expect, test } from '../fixtures.ts'
import { jumpstart, post } from '../workspace.ts'

test('rows that an endpoint added are seen, sorted and changed in the grid', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person('Grace'))).status).toBe(200)
  await post(`${base}/auth/signup`, person('Ada'))
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('link', { name: 'user' }).click()
  await page.getByRole('radio', { name: 'Rows' }).click()
  const cells = page.getByRole('grid', { name: 'Rows of user' }).getByRole('gridcell')
  await expect(page.getByText('2 rows')).toBeVisible()
  await page.getByRole('button', { name: 'name', exact: true }).click()
  await expect(cells.nth(2)).toHaveText('Ada')
  await cells.nth(2).click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Ada Lovelace')
  await page.keyboard.press('Enter')
  await expect(cells.nth(2)).toHaveText('Ada Lovelace')
  await expect(page.getByRole('columnheader', { name: 'password' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Delete row' }).click()
  await expect(page.getByText('1 row', { exact: true })).toBeVisible()
})

const person = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com`, password: 'quiet words 4' })
