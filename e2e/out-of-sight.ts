/// <reference lib="dom" />
import type { Page } from '@playwright/test'

/** What lies, seen whole, beyond the right edge of the page or of its card. */
export const outOfSight = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) => {
    // A line of tabs that is too long scrolls.
    const seen = [...main.querySelectorAll('*')].filter(
      (element) => element.closest('.sr-only, pre, [role=tab]') === null,
    )
    const edge = (element: Element) => {
      const card = element.parentElement?.closest('.shadow-raised') ?? main
      return card.getBoundingClientRect().right + 1
    }
    return seen
      .filter((element) => element.getBoundingClientRect().right > edge(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
  })
