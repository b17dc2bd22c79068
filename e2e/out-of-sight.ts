/// <reference lib="dom" />
import type { Page } from '@playwright/test'

/**
 * What lies, seen whole, beyond the right edge of the page or of its card or dialog. What is in a part that scrolls
 * sideways by itself can be reached, and what is cut short says so.
 */
export const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = 'pre, .scroll-line, [role=grid], .overflow-x-auto, .overflow-auto, .react-flow, .cm-editor'
    const isSeenWhole = (element: Element) =>
      element.closest('.sr-only') === null && element.parentElement?.closest(`svg, .truncate, ${scrolls}`) == null
    const edge = (element: Element) => {
      const sheet = element.parentElement?.closest('.shadow-raised, [role=dialog]') ?? element.closest('main')
      return Math.min(sheet?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY, window.innerWidth) + 1
    }
    return [...document.querySelectorAll('main *, [role=dialog] *')]
      .filter((element) => isSeenWhole(element) && element.getBoundingClientRect().right > edge(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
  })
