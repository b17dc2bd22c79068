import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { jumpstart, post } from '../workspace.ts'

test('requests are found, followed live, counted and taken out as CSV', async ({ page, owned, checkAccess }) => {
  const { base } = await jumpstart(page, owned)
  const person = { name: 'Grace', email: `g${Date.now()}@example.com`, password: 'quiet words 4' }
  expect((await post(`${base}/auth/signup`, person)).status).toBe(200)
  expect((await post(`${base}/auth/login`, { email: person.email, password: 'wrong words 1' })).status).toBe(403)

  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  const list = page.getByRole('region', { name: 'Requests' })
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list.getByRole('row').nth(1)).toContainText('Invalid Credentials.')
  await expect(page.getByRole('region', { name: 'Figures' })).toContainText('1 (50.0 %)')
  await checkAccess()

  await page.getByLabel('Live').click()
  expect((await fetch(`${base}/auth/me`)).status).toBe(401)
  await expect(list.getByRole('row')).toHaveCount(4)

  await page.getByLabel('Answer').selectOption({ label: 'Without error' })
  await expect(list.getByRole('row')).toHaveCount(2)
  await page.getByLabel('Answer').selectOption({ label: 'All answers' })
  await page.getByRole('searchbox').fill('auth/ME')
  await expect(list.getByRole('row')).toHaveCount(2)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toMatch(/^time,method,group,path,/)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2)

  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByText('No request found')).toBeVisible()
})
