/// <reference lib="dom" />
import type { Page } from '@playwright/test'
import { debugged, endpoint, openRun } from '../debugged.ts'
import { expect, test } from '../fixtures.ts'

/** Milliseconds; a quiet machine takes a fraction, and prints what it took. */
const MOST = 10_000

const large = endpoint(
  'large',
  'GET',
  `    var $line {
      value = "${'x'.repeat(500)}"
    }
    var $x {
      value = []
    }
    for (100000) {
      each as $i {
        array.push $x {
          value = {id: $i, text: $line}
        }
      }
    }`,
)

const long = endpoint(
  'long',
  'GET',
  `    var $x {
      value = 0
    }
    for (100000) {
      each as $i {
        math.add $x {
          value = $i
        }
      }
    }`,
)

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
