/// <reference lib="dom" />
import { join } from 'node:path'
import { expectHome, signIn, test as base } from '../fixtures.ts'
import { callShop, cornerShop, type CornerShop } from './corner-shop.ts'

const folder = process.env['CAIRN_SCREENS'] ?? join(import.meta.dirname, '../../docs/screens')
const HEIGHT = 800
/** `CAIRN_SCREENS_WIDTHS=390,1600` takes every screen in these widths too, to look at: `name-390-light.png`. */
const WIDTHS = (process.env['CAIRN_SCREENS_WIDTHS'] ?? '').split(',').filter(Boolean).map(Number)

interface ScreenFixtures {
  /** Takes a picture of what is on the page, light and dark. */
  take: (name: string) => Promise<void>
  /** Opens a page of the shop, such as `settings` with `&tab=members`. */
  open: (page: string, query?: string) => Promise<void>
}

export const test = base.extend<ScreenFixtures, { shop: CornerShop }>({
  shop: [
    async ({ browser, owned }, use) => {
      const page = await browser.newPage()
      const shop = await cornerShop(page, owned)
      await callShop(shop)
      await use(shop)
      await page.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  take: async ({ page, owned }, use) => {
    await page.setViewportSize({ width: 1280, height: HEIGHT })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${owned.url}/sign-in`)
    await page.evaluate(() => localStorage.setItem('cairn-tour', 'seen'))
    await signIn(page)
    await expectHome(page)
    await use(async (name) => {
      for (const width of [1280, ...WIDTHS]) {
        if (WIDTHS.length > 0) await page.setViewportSize({ width, height: HEIGHT })
        for (const theme of ['light', 'dark']) {
          await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
          // The colours of the theme before are gone with the next frames.
          await page.waitForTimeout(300)
          const size = width === 1280 ? '' : `-${width}`
          await page.screenshot({ path: join(folder, `${name}${size}-${theme}.png`) })
        }
      }
      if (WIDTHS.length > 0) await page.setViewportSize({ width: 1280, height: HEIGHT })
    })
  },
  open: async ({ page, owned, shop }, use) => {
    await use(async (place, query = '') => {
      await page.goto(`${owned.url}/workspace${place === '' ? '' : `/${place}`}?id=${shop.workspace}${query}`)
    })
  },
})
