/// <reference lib="dom" />
import { join } from 'node:path'
import { createOwner, expect, test } from '../fixtures.ts'
import { expectAnswer, openEndpoint, post, publish, show } from '../workspace.ts'

const corpus = process.env['CAIRN_CORPUS']
if (!corpus) throw new Error('Set CAIRN_CORPUS to the folder that holds the unpacked workspaces.')
const folder = join(corpus, 'xano-community+sales-pipeline-crm/backend')

test('the sales CRM is brought in, and one of its stacks edited, undone, published and restored', async ({
  page,
  unowned,
}) => {
  await page.goto(unowned.setupLink)
  await createOwner(page)
  await page.getByRole('button', { name: 'New workspace' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Sales CRM')
  await page.getByText('A folder or zip of .xs files.').click()
  await page.getByLabel('Choose a folder').setInputFiles(folder)
  await expect(page.getByText(/\d\d files, beginning with/)).toBeVisible()
  await page.getByRole('button', { name: 'Create workspace' }).click()
  // What was found is told before the workspace opens; a folder without a finding opens at once.
  const report = page.getByRole('dialog', { name: 'What was read' })
  const apiPage = page.getByRole('heading', { name: 'API', exact: true })
  await expect(report.or(apiPage)).toBeVisible({ timeout: 60_000 })
  if (await report.isVisible()) {
    await report.getByRole('button', { name: 'Open the workspace' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'API' }).click()
  }
  const auth = page.getByRole('region', { name: 'Auth', exact: true })
  const base = await auth.locator('code').innerText()
  const wrong = () => post(`${base}/login`, { email: 'nobody@example.com', password: 'none' })
  const first = (await (await wrong()).json()) as { message: string }
  await openEndpoint(page, '/login')

  await show(page, 'Canvas')
  await page
    .getByRole('button', { name: /^Precondition/ })
    .first()
    .click()
  const message = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Error message' })
  await message.fill('Who are you?')
  await show(page, 'Code')
  const code = page.getByRole('textbox', { name: 'XanoScript' })
  await expect(code).toContainText('Who are you?')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(code).not.toContainText('Who are you?')
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(code).toContainText('Who are you?')
  expect(((await (await wrong()).json()) as { message: string }).message).toBe(first.message)
  await publish(page)
  await expect.poll(async () => ((await (await wrong()).json()) as { message: string }).message).toBe('Who are you?')

  await page.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await history
    .getByRole('button', { name: /^Version/ })
    .last()
    .click()
  await history.getByRole('button', { name: 'Restore into the draft' }).click()
  await publish(page)
  await expect.poll(async () => ((await (await wrong()).json()) as { message: string }).message).toBe(first.message)
  await expectAnswer(wrong, 403)
})
