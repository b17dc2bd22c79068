import { expect, test } from '../fixtures.ts'
import { addEndpoint, jumpstart, show, writeCode } from '../workspace.ts'

const SOURCE = `query note verb=GET {
  api_group = "Authentication"

  input {
    text word?="hello"
  }

  stack {
    var $person {
      value = {name: "Ada", address: {city: "London"}}
    }
    db.query user {
    } as $users
    var $out {
      value = $input.word|trim
    }
  }

  response = $out
}
`

test('an expression is completed with types and paths, shows its type and what it was, and its filters are rows', async ({
  page,
  owned,
}) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'note', 'GET')
  await writeCode(page, SOURCE)
  await show(page, 'List')
  const rows = page.getByRole('treeitem')
  await rows.nth(2).click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const value = inspector.getByRole('textbox', { name: 'Value', exact: true })
  await expect(value).toHaveValue('word')

  // Filters as rows: add, fill, reorder, remove.
  await inspector.getByRole('button', { name: 'Add filter' }).first().click()
  await page.getByPlaceholder('Search filters').fill('concat')
  await page.keyboard.press('Enter')
  await inspector.getByLabel('How value of concat is given').selectOption('text')
  await inspector.getByRole('textbox', { name: 'value of concat' }).fill('!')
  await expect(rows.nth(2)).toContainText('$input.word|trim|concat:"!"')
  await inspector.getByRole('button', { name: 'Move concat up' }).click()
  await expect(rows.nth(2)).toContainText('$input.word|concat:"!"|trim')
  await expect(inspector.locator('[data-note]').filter({ hasText: 'text' }).first()).toBeVisible()
  await inspector.getByRole('button', { name: 'Remove trim' }).click()
  await expect(rows.nth(2)).toContainText('$input.word|concat:"!"')

  // The whole as one expression and back, without loss.
  await inspector.getByRole('button', { name: 'Value as an expression' }).click()
  const whole = inspector.getByRole('textbox', { name: 'Value', exact: true })
  await expect(whole).toHaveValue('$input.word|concat:"!"')
  await whole.press('End')
  await whole.pressSequentially('|to_up')
  await expect(inspector.getByRole('option', { name: /^to_upper/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(whole).toHaveValue('$input.word|concat:"!"|to_upper')
  await inspector.getByRole('button', { name: 'Value as an expression' }).click()
  await expect(inspector.getByRole('button', { name: 'Remove to_upper' })).toBeVisible()

  // What the last run made of it.
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('button', { name: 'Run draft' }).click()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await rows.nth(2).click()
  await expect(inspector.getByText('last run: "HELLO!"')).toBeVisible()

  // Sub-paths, with their types.
  await inspector.getByRole('button', { name: 'Value as an expression' }).click()
  await whole.fill('')
  await whole.pressSequentially('$person.')
  await expect(inspector.getByRole('option', { name: '$person.name text' })).toBeVisible()
  await whole.pressSequentially('address.')
  await page.keyboard.press('Enter')
  await expect(whole).toHaveValue('$person.address.city')
  await expect(inspector.getByText('last run: "London"')).toBeVisible()
})
