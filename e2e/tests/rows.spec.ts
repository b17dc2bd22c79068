import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { jumpstart, post } from '../workspace.ts'

const person = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com`, password: 'quiet words 4' })

const openRows = async (page: Page) => {
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('link', { name: 'user' }).click()
  await page.getByRole('radio', { name: 'Rows' }).click()
}
const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
const names = (page: Page) => page.locator('[data-cell$=":2"]')

/** What copying puts on the clipboard. */
const copied = (page: Page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })

/** Puts text on the clipboard of the page as a spreadsheet would, and presses paste. */
const paste = (page: Page, text: string) =>
  page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('rows that an endpoint added are seen, sorted and changed in the grid', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person('Grace'))).status).toBe(200)
  await post(`${base}/auth/signup`, person('Ada'))
  await openRows(page)
  await expect(page.getByText('2 rows')).toBeVisible()
  await page.getByRole('button', { name: 'name', exact: true }).click()
  await expect(cell(page, 0, 2)).toHaveText('Ada')
  await cell(page, 0, 2).click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Ada Lovelace')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 2)).toHaveText('Ada Lovelace')
  await expect(page.getByRole('columnheader', { name: 'password' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 0, 2)).toHaveText('Ada')
  await page.getByRole('button', { name: 'Delete row' }).click()
  await expect(page.getByText('1 row', { exact: true })).toBeVisible()
})

test('a spreadsheet is pasted, filtered, hidden, copied and deleted by keyboard', async ({
  page,
  owned,
  checkAccess,
}) => {
  await jumpstart(page, owned)
  await openRows(page)
  await expect(page.getByText('No row yet')).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Rows of user' })
  await grid.focus()
  await paste(page, 'name\temail\tcreated_at\nAda\tada@example.com\tsoon\nGrace\tgrace@example.com\t2026-01-31')
  const dialog = page.getByRole('dialog', { name: 'Paste rows' })
  await expect(dialog.getByText('Line 2, created_at: "soon" is no time')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Paste 2 rows' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await grid.focus()
  await paste(page, 'name\temail\nAda\tada@example.com\nGrace\tgrace@example.com\nBarbara\tbarbara@example.com\n')
  await dialog.getByRole('button', { name: 'Paste 3 rows' }).click()
  await expect(dialog).toBeHidden()
  await expect(names(page)).toHaveText(['Ada', 'Grace', 'Barbara'])

  // Over a row that is there, and beyond the last one.
  await cell(page, 2, 2).click()
  await paste(page, 'Barbara L\tbarbara@example.com\nJean\tjean@example.com')
  await expect(dialog.getByText('1 row changed, 1 row added.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Paste 2 rows' }).click()
  await expect(names(page)).toHaveText(['Ada', 'Grace', 'Barbara L', 'Jean'])

  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('button', { name: 'Condition' }).click()
  await page.getByLabel('Column', { exact: true }).selectOption('name')
  await page.getByLabel('Value').fill('ra')
  await expect(page.getByText('2 rows', { exact: true })).toBeVisible()
  await page.getByLabel('Condition', { exact: true }).selectOption('starts with')
  await expect(page.getByText('No row meets the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('4 rows', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'created_at' }).uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('radio', { name: 'Rows' }).click()
  await expect(page.getByRole('columnheader', { name: 'email' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'created_at' })).toHaveCount(0)

  await grid.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await copied(page)).toBe('Ada\nGrace')
  await page.keyboard.press('Delete')
  await expect(cell(page, 1, 1)).toHaveText('')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 1, 1)).toHaveText('Grace')
  // A formula is a text here, and one where it is pasted.
  await paste(page, "'=1+1")
  await expect(cell(page, 0, 1)).toHaveText('=1+1')
  expect(await copied(page)).toBe("'=1+1\nGrace")
  await page.keyboard.press('ControlOrMeta+Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('2 rows', { exact: true })).toBeVisible()
  await checkAccess()
})
