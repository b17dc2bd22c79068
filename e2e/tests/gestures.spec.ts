import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { addEndpoint, jumpstart, show, writeCode } from '../workspace.ts'

const SOURCE = `query moves verb=GET {
  api_group = "Authentication"

  input {
  }

  stack {
    var $a {
      value = 1
    }
    var $b {
      value = 2
    }
    conditional {
      if ($a == 1) {
        var $c {
          value = 3
        }
      }
    }
  }

  response = null
}
`

const order = (page: Page, names: string): Promise<void> =>
  expect(async () => {
    const shown = await page.getByRole('treeitem').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''))
    const told = shown.map(
      (text) => /\$(\w+)/.exec(text)?.[1] ?? /^if|Sleep|Conditional/.exec(text.replace(/^\d+/, ''))?.[0],
    )
    expect(told.join(' ')).toBe(names)
  }).toPass({ timeout: 10_000 })

/** Drags one element onto a part of another, by the share of its height. */
async function drag(page: Page, from: Locator, to: Locator, share: number): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (start === null || end === null) throw new Error('What is dragged is not in sight.')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + 60, end.y + end.height * share - 4, { steps: 6 })
  await page.mouse.move(end.x + 60, end.y + end.height * share, { steps: 3 })
  await page.mouse.up()
}

test('rows are dragged into and out of blocks, caught by a lasso, and statements dragged from the picker', async ({
  page,
  owned,
}) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'moves', 'GET')
  await writeCode(page, SOURCE)
  await show(page, 'List')
  const rows = page.getByRole('treeitem')
  await order(page, 'a b Conditional a c')

  // Into the block, behind what is there, and out again to the very end of the stack.
  await drag(page, rows.nth(1), rows.nth(4), 0.9)
  await order(page, 'a Conditional a c b')
  await drag(page, rows.nth(4), rows.nth(0), 0.1)
  await order(page, 'b a Conditional a c')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await order(page, 'a b Conditional a c')

  // The lasso.
  const [first, second] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()]
  await page.keyboard.down('Shift')
  await page.mouse.move(first!.x + 300, first!.y + 4)
  await page.mouse.down()
  await page.mouse.move(second!.x + 360, second!.y + 20, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(2)

  // The picker: what usually follows, categories, favourites by keyboard, and dragging from it.
  await rows.nth(1).focus()
  await page.keyboard.press('a')
  await expect(page.getByText('Usually next')).toBeVisible()
  await page.getByLabel('Category').selectOption('utility')
  await page.getByPlaceholder('Search by name or purpose').fill('sleep')
  const sleep = page.getByRole('option', { name: /^Sleep/ })
  await expect(sleep).toBeVisible()
  await page.keyboard.press('Alt+f')
  await page.getByPlaceholder('Search by name or purpose').fill('')
  await page.getByLabel('Category').selectOption('')
  await expect(page.getByText('Favourites', { exact: true })).toBeVisible()
  await drag(page, sleep.first(), rows.nth(4), 0.9)
  await order(page, 'a b Conditional a c Sleep')
  await expect(page.getByRole('region', { name: 'Inspector' })).toBeVisible()
})

test('boxes of the canvas are dragged, caught by a lasso, and statements dropped from the picker', async ({
  page,
  owned,
}) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'moves', 'GET')
  await writeCode(page, SOURCE)
  await show(page, 'Canvas')
  const box = (key: string) => page.locator(`[data-key="${key}"]`)
  await expect(box('stack.2.then.0')).toBeVisible()
  await drag(page, box('stack.1'), box('stack.2.then.+'), 0.5)
  await expect(box('stack.1.then.1')).toContainText('$b')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(box('stack.1')).toContainText('$b')

  const [upper, lower] = [await box('stack.0').boundingBox(), await box('stack.1').boundingBox()]
  await page.keyboard.down('Shift')
  await page.mouse.move(upper!.x - 12, upper!.y - 12)
  await page.mouse.down()
  await page.mouse.move(lower!.x + lower!.width + 12, lower!.y + lower!.height + 12, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByRole('button', { name: /^Create variable/, pressed: true })).toHaveCount(2)
  await box('stack.1').focus()
  await page.keyboard.press('c')
  await expect(box('stack.3')).toContainText('$b')

  await box('stack.0').click()
  await page.keyboard.press('a')
  await page.getByPlaceholder('Search by name or purpose').fill('sleep')
  await drag(page, page.getByRole('option', { name: /^Sleep/ }).first(), box('stack.0'), -0.4)
  await expect(box('stack.0')).toContainText('Sleep')
})
