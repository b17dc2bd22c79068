/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { outOfSight } from './out-of-sight.ts'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ html }) => html),
  }))

/** Fails on findings in light or dark, and on what sticks out at 390, 1024 or 1600 pixels. */
export async function expectGood(page: Page): Promise<void> {
  // A colour on its way to another is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
    expect(await violations(page)).toEqual([])
  }
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const hidden = await outOfSight(page)
    expect({ width, beyond: Math.max(0, beyond), hidden }).toEqual({ width, beyond: 0, hidden: [] })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}
