import { expect, test } from '../fixtures.ts'
import { addEndpoint, expectAnswer, jumpstart, publish, show } from '../workspace.ts'

test('the canvas, the code and the list show one source; undo and an earlier version lead back', async ({
  page,
  owned,
}) => {
  const { base } = await jumpstart(page, owned)
  await addEndpoint(page, 'greet', 'GET')
  await show(page, 'Code')
  const code = page.getByRole('textbox', { name: 'XanoScript' })
  await code.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(`query greet verb=GET {
  api_group = "Authentication"

  input {
  }

  stack {
    // What is said.
    var $text {
      value = "hello"
    }
    conditional {
      if (true) {
      }
      else {
      }
    }
  }

  response = $text
}
`)
  await publish(page)
  await expectAnswer(() => fetch(`${base}/greet`), 200, 'hello')

  await show(page, 'Canvas')
  await page.getByRole('button', { name: /^Create variable/ }).click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await inspector.getByRole('textbox', { name: 'Value', exact: true }).fill('good day')
  await page.getByRole('button', { name: 'Add here' }).first().click()
  await page.getByPlaceholder('Search by name or purpose').fill('sleep')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Sleep/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Sleep/ })).toBeHidden()

  await show(page, 'Code')
  await expect(code).toContainText('// What is said.')
  await expect(code).toContainText('value = "good day"')
  await publish(page)
  await expectAnswer(() => fetch(`${base}/greet`), 200, 'good day')

  await page.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await history
    .getByRole('button', { name: /Version/ })
    .last()
    .click()
  await history.getByRole('button', { name: 'Restore into the draft' }).click()
  await expect(history).toBeHidden()
  await show(page, 'List')
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
})

test('half-typed text survives a change of view and a reload, and keeps from publishing', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await addEndpoint(page, 'half', 'GET')
  await page.getByRole('button', { name: 'Add function' }).click()
  await page.getByPlaceholder('Search by name or purpose').fill('create variable')
  await page.keyboard.press('Enter')
  const value = page
    .getByRole('region', { name: 'Inspector' })
    .getByRole('textbox', { name: 'Value', exact: true })
    .last()
  await value.fill('$auth.id + ("""')
  await expect(page.getByText(/problem/)).toBeVisible()
  await show(page, 'Canvas')
  await show(page, 'List')
  await page.reload()
  await page.getByRole('treeitem').first().click()
  await expect(value).toHaveValue('$auth.id + ("""')
  await expect(value).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByText('It can not be published yet:')).toBeVisible()
  // It says which, and leads there.
  const named = dialog.getByRole('button', { name: 'Create variable, Value: “$auth.id + ("""” can not be read yet.' })
  await expect(named).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await named.click()
  await expect(value).toBeVisible()

  // Undo and redo go on after a reload, each from where they were.
  await value.fill('1')
  await value.fill('12')
  const row = page.getByRole('treeitem').first()
  await expect(row).toContainText('12')
  await row.focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('treeitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('treeitem')).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await page.reload()
  await expect(row).toContainText('12')
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(page.getByRole('treeitem')).toHaveCount(2)
  await page.reload()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).not.toContainText('12')
})
