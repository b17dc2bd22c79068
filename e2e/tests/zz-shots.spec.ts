import { test, expect } from '../fixtures.ts'
import { jumpstart, post } from '../workspace.ts'
test('shots', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const person = { name: 'Grace', email: `g${Date.now()}@example.com`, password: 'quiet words 4' }
  await post(`${base}/auth/signup`, person)
  for (let i = 0; i < 12; i++) {
    await fetch(`${base}/auth/me`)
    await fetch(`${base}/thing/${i}`)
  }
  await post(`${base}/auth/login`, { email: person.email, password: 'wrong words 1' })
  await post(`${base}/auth/login`, person)
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('region', { name: 'Requests' }).getByRole('row').nth(3)).toBeVisible()
  await page.getByRole('radio', { name: '15 min' }).click()
  await page.waitForTimeout(500)
  for (const [w, h] of [
    [1280, 900],
    [390, 844],
  ] as const)
    for (const theme of ['light', 'dark']) {
      await page.setViewportSize({ width: w, height: h })
      await page.evaluate((c) => (document.documentElement.dataset['theme'] = c), theme)
      await page.waitForTimeout(300)
      await page.screenshot({ path: `/tmp/shots/history-${w}-${theme}.png` })
    }
})
