/// <reference lib="dom" />
import { fiftyMegabytes, manyRounds } from '@cairn/testing/large-stacks'
import type { Page } from '@playwright/test'
import { debugged, endpoint, openRun } from '../debugged.ts'
import { expect, test } from '../fixtures.ts'

/** Milliseconds; a quiet machine takes a fraction, and prints what it took. */
const MOST = 10_000

const large = endpoint('large', 'GET', fiftyMegabytes)
const long = endpoint('long', 'GET', manyRounds)
const deep = endpoint('deep', 'GET', '    function.run "deeper" {\n      input = {n: 200}\n    } as $x')

const deeper = `function "deeper" {
  input {
    int n
  }

  stack {
    var $x {
      value = 0
    }
    conditional {
      if ($input.n > 1) {
        function.run "deeper" {
          input = {n: $input.n - 1}
        } as $x
      }
    }
  }

  response = $x + 1
}
`

/** Presses Run; milliseconds until the frame that shows how it ended and its steps. */
const timeToOpen = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const label = (name: string) => `section[aria-label="${name}"]`
        const button = [...document.querySelectorAll(`${label('Run')} button`)].find(
          ({ textContent }) => textContent.trim() === 'Run draft',
        )
        const start = performance.now()
        if (button instanceof HTMLElement) button.click()
        const look = () => {
          const ended = document.querySelector(label('Outcome')) !== null
          const steps = document.querySelectorAll(`${label('Trace')} ol > li`).length
          // The next frame is the one that has them.
          if (ended && steps > 1) requestAnimationFrame(() => resolve(performance.now() - start))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )

for (const [what, objects, answer] of [
  ['a response of 50 MB', { '/large': large }, '✂ Cut here: the response is longer'],
  ['a loop of 100,000 rounds', { '/long': long }, '4999950000'],
  ['a call 200 deep', { '/deep': deep, deeper }, '200'],
] as const) {
  test(`${what} opens in the debugger`, async ({ page, owned }) => {
    await debugged(page, owned, objects)
    const run = await openRun(page)
    const took = await timeToOpen(page)
    console.log(`${what}: open ${Math.round(took)} ms`)
    await expect(run.getByRole('region', { name: 'Outcome' })).toContainText(answer)
    expect(took).toBeLessThan(MOST)
  })
}

test('a call 200 deep draws the steps in sight, and the keys lead through all of them', async ({ page, owned }) => {
  await debugged(page, owned, { '/deep': deep, deeper })
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Run draft' }).click()
  const trace = page.getByRole('region', { name: 'Trace' })
  const lines = trace.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect(lines.first()).toBeVisible()
  expect(Number(await lines.first().getAttribute('aria-setsize'))).toBeGreaterThan(600)
  expect(await lines.count()).toBeLessThan(80)

  const current = trace.locator('[aria-current="step"]')
  const slider = trace.getByRole('slider', { name: 'Place in the run' })
  for (const key of ['End', 'Home', 'End']) {
    await slider.press(key)
    await expect(current).toBeInViewport()
    await expect(current).toHaveAttribute('aria-posinset', key === 'Home' ? '1' : /^[6-9]\d\d$/)
  }

  // The line that has the focus is there wherever the list is scrolled to, so that the keys go on from it.
  await slider.press('Home')
  await lines.first().getByRole('button').last().focus()
  await page.keyboard.press('End')
  await expect(current).toBeInViewport()
  await expect(lines.first()).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('ArrowUp')
  await expect(current).toBeInViewport()
  await expect(current).not.toHaveAttribute('aria-posinset', '1')
})
