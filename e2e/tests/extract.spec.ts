import { expect, test } from '../fixtures.ts'
import { addEndpoint, expectAnswer, jumpstart, publish, show, writeCode } from '../workspace.ts'

const SOURCE = `query total verb=GET {
  api_group = "Authentication"

  input {
    int price?=40
    text note?
  }

  stack {
    var $rate {
      value = 2
    }
    var $sum {
      value = $input.price + $rate
    }
    var.update $rate {
      value = $rate + $sum
    }
  }

  response = {sum: $sum, rate: $rate}
}
`

test('F turns statements into a function, which answers as they did; undo takes the call back', async ({
  page,
  owned,
}) => {
  const { base } = await jumpstart(page, owned)
  await addEndpoint(page, 'total', 'GET')
  await writeCode(page, SOURCE)
  await publish(page)
  await expectAnswer(() => fetch(`${base}/total`), 200, { sum: 42, rate: 44 })
  await show(page, 'List')
  const rows = page.getByRole('treeitem')
  await rows.nth(1).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Turn into a function' })
  await expect(dialog.getByText('price, rate')).toBeVisible()
  await expect(dialog.getByText('$sum, $rate')).toBeVisible()
  await page.keyboard.type('pricing/total')
  await expect(dialog.getByLabel('The function', { exact: true })).toContainText('function "pricing/total"')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(rows.nth(1)).toContainText('Run function')
  await expect(rows).toHaveCount(4)
  await publish(page)
  await expectAnswer(() => fetch(`${base}/total`), 200, { sum: 42, rate: 44 })
  await rows.first().focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('$input.price + $rate')

  // What can not be a function says why.
  await rows.first().click()
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] })
  await rows.nth(2).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Turn into a function' }).click()
  await expect(dialog.getByRole('alert')).toContainText('one behind another')
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  // Inputs have keys of their own.
  const input = (name: string) => page.getByRole('listitem', { name: `Input ${name}`, exact: true })
  await input('price').focus()
  await page.keyboard.press('c')
  await expect(input('price_copy')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(input('note')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(input('note')).toHaveCount(0)
  await expect(input('price_copy')).toBeFocused()
  await page.keyboard.press('Enter')
  const edit = page.getByRole('dialog', { name: 'Edit input' })
  await expect(edit.getByLabel('Name')).toHaveValue('price_copy')
  await page.keyboard.press('Escape')
  await expect(edit).toBeHidden()

  // So have the keys of the response.
  const response = page.getByRole('region', { name: 'Response' })
  const key = (name: string) => response.getByRole('button', { name, exact: true })
  await key('sum').focus()
  await page.keyboard.press('c')
  await expect(key('sum_copy')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(key('sum_copy')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(key('rate')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(key('rate')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(response.getByRole('textbox', { name: 'sum_copy' })).toBeFocused()
})
