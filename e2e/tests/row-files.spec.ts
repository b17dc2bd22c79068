import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { jumpstart } from '../workspace.ts'

const MANY = 100_000

test('100,000 rows come from a CSV file, scroll smoothly and go back into one', async ({ page, owned }) => {
  test.setTimeout(300_000)
  await jumpstart(page, owned)
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('link', { name: 'user' }).click()
  await page.getByRole('radio', { name: 'Rows' }).click()
  const menu = page.getByRole('button', { name: 'Import, export and test data' })
  const choose = async (text: string) => {
    await page
      .getByLabel('CSV file')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
  const dialog = page.getByRole('dialog', { name: 'Import people.csv' })

  await choose('Full name;E-Mail\nAda;ada@example.com\nGrace;ada@example.com\n')
  await expect(dialog.getByLabel('Column for E-Mail')).toHaveValue('email')
  await dialog.getByLabel('Column for Full name').selectOption('name')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByText('Line 3: Duplicate record')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('No row yet')).toBeVisible()

  const lines = Array.from({ length: MANY }, (_, index) => `Person ${index},p${index}@example.com`)
  await choose(`name,email\n${lines.join('\n')}\n`)
  const started = Date.now()
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByText('100,000 rows were added.')).toBeVisible({ timeout: 120_000 })
  const imported = (Date.now() - started) / 1000
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText('100,000 rows', { exact: true })).toBeVisible()

  const grid = page.getByRole('grid', { name: 'Rows of user' })
  await expect(page.locator('[data-cell="0:2"]')).toHaveText('Person 0')
  const { still, frames, seconds, longest } = await grid.evaluate(async (element) => {
    const frame = () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(resolve)
      })
    // What this machine draws of a page that stands still.
    const still = await frame()
    let drawn = 0
    for (let now = still; now - still < 1_000; drawn += 1) now = await frame()
    const times = [await frame()]
    const [start = 0] = times
    // Twelve thousand pixels a second: as fast as a page is flung.
    for (let now = start; now - start < 4_000; times.push(now)) {
      now = await frame()
      element.scrollTop = (now - start) * 12
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    return {
      still: drawn,
      frames: gaps.length,
      seconds: ((times.at(-1) ?? 0) - start) / 1000,
      longest: Math.max(...gaps),
    }
  })
  const rate = frames / seconds
  console.log(
    `100,000 rows: imported in ${imported.toFixed(1)} s, scrolled at ${rate.toFixed(0)} frames/s of ${still} standing still, longest ${longest.toFixed(0)} ms`,
  )
  // Of what the machine draws at best: others may be busy on it.
  expect(rate).toBeGreaterThan(Math.min(45, still * 0.6))

  await grid.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(page.locator(`[data-cell="${MANY - 1}:2"]`)).toHaveText(`Person ${MANY - 1}`)
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(page.locator('[data-cell="0:2"]')).toHaveText('Person 0')

  await page.getByRole('button', { name: 'Columns' }).click()
  for (const name of ['id', 'created_at']) await page.getByRole('checkbox', { name }).uncheck()
  await page.keyboard.press('Escape')
  await menu.click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export CSV' }).click()
  const text = await readFile((await (await download).path()) ?? '', 'utf8')
  expect(text.split('\r\n')).toEqual(['name,email', ...lines, ''])
})

test('test data is made up', async ({ page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  await page.getByRole('navigation').getByRole('link', { name: 'Database' }).click()
  await page.getByRole('link', { name: 'user' }).click()
  await page.getByRole('radio', { name: 'Rows' }).click()
  await page.getByRole('button', { name: 'Import, export and test data' }).click()
  await page.getByRole('menuitem', { name: 'Test data' }).click()
  await page.getByLabel('Rows', { exact: true }).fill('40')
  await page.getByRole('button', { name: 'Add rows' }).click()
  await expect(page.getByText('40 rows', { exact: true })).toBeVisible()
  await expect(page.locator('[data-cell="0:3"]')).toHaveText(/@example\.com$/)
  await checkAccess()
})
