/// <reference lib="dom" />
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { expectGood } from '../expect-good.ts'
import { outOfSight } from '../out-of-sight.ts'
import { addEndpoint, expectAnswer, jumpstart, openEndpoint, post, publish, show, writeCode } from '../workspace.ts'

const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: place }).click()

const asker = (page: Page, url: string) => {
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  return async <Answer>(route: string, data: object): Promise<Answer> => {
    const response = await page.request.post(`${url}/api:meta${route}`, {
      data: { workspace, ...data },
      headers: { origin: url },
    })
    expect(response.status()).toBe(200)
    return (await response.json()) as Answer
  }
}

const branchSelect = (page: Page) => page.getByLabel('Branch', { exact: true })

const answering = (path: string, value: string) =>
  `query "${path}" verb=GET {\n  api_group = "Authentication"\n\n  stack {\n  }\n\n  response = "${value}"\n}\n`

/** Publishes what is open on a branch that is not live. */
const publishOnBranch = async (page: Page) => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByText(/callers of next get this version/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible()
}

test('an endpoint is made, run, published and called on a branch, then merged', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const strip = page.getByRole('complementary', { name: 'Branch' })
  await addEndpoint(page, 'hello', 'GET')
  await writeCode(page, answering('hello', 'of v1'))
  await publish(page)
  await show(page, 'List')
  await expect(branchSelect(page)).toHaveCount(0)

  await goTo(page, 'Settings')
  await page.getByRole('tab', { name: 'Branches' }).click()
  await page.getByRole('button', { name: 'Branch', exact: true }).click()
  await page.getByLabel('Name').fill('next')
  await page.getByRole('button', { name: 'Create branch' }).click()
  await page.getByRole('link', { name: 'Open next' }).click()
  await expect(strip).toContainText('You are on branch next, not live')
  await expect(page.getByText(`${base}:next`, { exact: true })).toBeVisible()

  await goTo(page, 'API')
  await openEndpoint(page, '/hello')
  await expect(page.getByText(`${base}:next/hello`)).toBeVisible()
  await writeCode(page, answering('hello', 'of next'))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('button', { name: 'Run draft' }).click()
  await expect(page.getByText('"of next"').first()).toBeVisible()
  await publishOnBranch(page)
  await show(page, 'List')
  await expectAnswer(() => fetch(`${base}:next/hello`), 200, 'of next')
  await expectAnswer(() => fetch(`${base}/hello`), 200, 'of v1')

  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(strip).toBeVisible()
  await addEndpoint(page, 'only-here', 'GET')
  await expect(page.getByText(`${base}:next/only-here`)).toBeVisible()
  await expect(strip).toBeVisible()
  const address = page.url()

  // The same page of another branch: this endpoint is not on the live one.
  await branchSelect(page).selectOption('v1')
  await expect(page.getByRole('heading', { name: 'API', exact: true })).toBeVisible()
  await expect(strip).toBeHidden()
  await expect(page.getByRole('link', { name: '/hello' })).toBeVisible()
  await expect(page.getByRole('link', { name: '/only-here' })).toHaveCount(0)
  await openEndpoint(page, '/hello')
  await branchSelect(page).selectOption('next')
  await expect(page.getByText(`${base}:next/hello`)).toBeVisible()

  // A link without its branch finds it.
  await page.goto(address.replace('&branch=next', ''))
  await expect(page.getByRole('heading', { name: 'only-here' })).toBeVisible()
  await expect(strip).toBeVisible()

  await goTo(page, 'API')
  await page.getByRole('link', { name: 'Documentation' }).click()
  await expect(page.getByRole('button', { name: '/hello' })).toBeVisible()
  await expect(page.getByText(`${base}:next`).first()).toBeVisible()

  await strip.getByRole('link', { name: 'Merge or make it live' }).click()
  await page.getByRole('button', { name: 'Merge next' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge next into v1' })
  await dialog.getByRole('button', { name: 'Merge and publish' }).click()
  await expect(dialog).toBeHidden()
  await expectAnswer(() => fetch(`${base}/hello`), 200, 'of next')

  await goTo(page, 'History')
  const requests = page.getByRole('region', { name: 'Requests' })
  await page.getByLabel('Branch of the requests').selectOption('next')
  // The line of names aside, each says its branch.
  await expect(requests.getByRole('row').filter({ hasNotText: 'next' })).toHaveCount(1)
  await page.getByLabel('Branch of the requests').selectOption('v1')
  await expect(requests.getByRole('row').filter({ hasText: 'next' })).toHaveCount(0)
  await expect(requests.getByRole('link', { name: '/hello' }).first()).toBeVisible()
  await strip.getByRole('link', { name: 'Back to v1' }).click()
  await expect(strip).toBeHidden()
})

test('a branch is chosen by keyboard, and pages say what it shares', async ({ page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  const ask = asker(page, owned.url)
  await ask('/branches/create', { name: 'checkout-rework' })
  const task = 'task "sweep" {\n  stack {\n  }\n\n  schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 3600}]\n}\n'
  await ask('/object/create', { branch: 'checkout-rework', source: task, publish: true })
  await page.reload()
  const select = branchSelect(page)
  await expect(select).toHaveValue('v1')
  await expect(select.locator('option')).toHaveText(['v1 (live)', 'checkout-rework'])
  await select.focus()
  await page.keyboard.press('c')
  const strip = page.getByRole('complementary', { name: 'Branch' })
  await expect(strip).toContainText('You are on branch checkout-rework, not live')
  await expect(page.getByRole('heading', { name: 'API', exact: true })).toBeVisible()
  await checkAccess()
  await expect(strip).toBeVisible()

  await goTo(page, 'Tasks')
  await expect(page.getByRole('note')).toContainText('do not run by themselves until it is live')
  await expect(page.getByText('waits until live')).toBeVisible()
  await checkAccess()
  await goTo(page, 'Database')
  await expect(page.getByRole('note')).toContainText('All branches share the tables')
  await page.getByRole('link', { name: 'user' }).click()
  await expect(page.getByRole('heading', { name: 'user' })).toBeVisible()
  await expect(page.getByRole('note')).toContainText('All branches share the tables')
  await page.getByRole('radio', { name: 'Columns' }).click()
  const uses = page.getByRole('region', { name: 'Used by' })
  await expect(uses.getByRole('listitem')).toHaveCount(7)
  await expect(uses).toContainText('Also used on v1')
  await expectGood(page)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  for (const width of [390, 900, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    for (const place of ['Overview', 'API', 'Library', 'Tasks', 'Settings']) {
      if (width < 768) await page.getByRole('button', { name: 'Open the navigation' }).click()
      await goTo(page, place)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(strip).toBeVisible()
      expect(await outOfSight(page)).toEqual([])
    }
  }
  // The palette goes to objects of the branch alone, and stays on it.
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('sweep')
  await page.getByRole('option', { name: 'sweep' }).first().click()
  await expect(page.getByRole('heading', { name: 'sweep' })).toBeVisible()
  await expect(strip).toBeVisible()
})

test('a branch is deleted, and whoever stands in it is led to the live one', async ({ page, owned, checkAccess }) => {
  const { name } = await jumpstart(page, owned)
  const ask = asker(page, owned.url)
  const live = page.url()
  for (const branch of ['next', 'gone']) await ask('/branches/create', { name: branch })
  await ask('/object/create', { branch: 'next', source: answering('tried', 'out'), publish: false })
  await ask('/object/create', { branch: 'next', source: answering('ready', 'yes'), publish: true })
  await page.goto(`${live}&branch=next`)
  const strip = page.getByRole('complementary', { name: 'Branch' })
  await strip.getByRole('link', { name: 'Merge or make it live' }).click()
  await expect(page.getByRole('button', { name: 'Delete v1' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Delete next' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete next?' })
  await expect(dialog.getByRole('listitem')).toHaveText([/tried.*Unpublished draft/, /ready.*Published, not merged/])
  await expectGood(page)
  await dialog.getByRole('button', { name: 'Delete branch' }).click()
  await expect(dialog).toBeHidden()
  await expect(strip).toBeHidden()
  await expect(page.getByRole('button', { name: 'Delete next' })).toHaveCount(0)
  await expect(branchSelect(page).locator('option')).toHaveText(['v1 (live)', 'gone'])

  // Somebody else deletes the one that is looked at.
  await page.goto(`${live}&branch=gone`)
  await expect(page.getByRole('link', { name: '/auth/me' })).toBeVisible()
  await ask('/branches/delete', { name: 'gone' })
  await goTo(page, 'Library')
  await expect(page.getByText(`${name} has no branch “gone”`)).toBeVisible()
  await checkAccess()
  await page.getByRole('link', { name: 'Go to v1, which is live' }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
})

test('what a branch deleted is offered as a deletion, and kept or deleted', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const ask = asker(page, owned.url)
  const files = ['one', 'two', 'three'].map((path) => ({ path: `${path}.xs`, text: answering(path, path) }))
  await ask('/folder/import', { files, delete: false })
  await ask('/branches/create', { name: 'next' })
  type Listed = { objects: { id: number; name: string; edition: number }[] }
  const { objects } = await ask<Listed>('/objects', { branch: 'next' })
  for (const { id, edition } of objects.filter((object) => ['one', 'two', 'three'].includes(object.name)))
    await ask('/object/delete', { object: id, expectedEdition: edition })
  await ask('/folder/import', { files: [{ path: 'three.xs', text: answering('three', 'changed') }], delete: false })

  await goTo(page, 'Settings')
  await page.getByRole('tab', { name: 'Branches' }).click()
  await page.getByRole('button', { name: 'Merge next' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge next into v1' })
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'one' })).toContainText('Deleted')
  await expect(dialog.getByText('Deleted, but changed on v1 since')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Choose 1 more' })).toBeDisabled()
  await dialog.getByLabel('Whether two is deleted').selectOption('Keep v1’s')
  await dialog.getByLabel('Whether three is deleted').selectOption('Delete it')
  await expectGood(page)
  await dialog.getByRole('button', { name: 'Merge and publish' }).click()
  await expect(dialog).toBeHidden()
  const statuses = await Promise.all(
    ['one', 'two', 'three'].map(async (path) => (await fetch(`${base}/${path}`)).status),
  )
  expect(statuses).toEqual([404, 200, 404])
})

test('the palette finds rows of tables and opens the grid at them', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const ask = asker(page, owned.url)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person('Ada Lovelace', 'ada'))).status).toBe(200)
  await ask('/object/create', {
    source:
      'table "deal" {\n  schema {\n    int id\n    text title\n    text secret? {\n      visibility = "private"\n    }\n  }\n}\n',
    publish: true,
  })
  const deals = Array.from({ length: 900 }, (_, index) => ({ title: `Deal number ${index}`, secret: 'unheard of' }))
  await ask('/rows/add', { table: 'deal', datasource: 'live', rows: deals })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'API', exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('lovelace')
  // No page or action is called anything like it.
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('option', { name: /Ada Lovelace.*user 1 · name/ }).click()
  await expect(page.getByRole('grid', { name: 'Rows of user' })).toBeFocused()
  await expect(page.getByRole('gridcell', { selected: true }).filter({ hasText: 'Ada Lovelace' })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('number 777')
  const found = page.getByRole('option', { name: /Deal number 777.*deal 778 · title/ })
  await expect(found).toHaveAttribute('data-selected', 'true')
  await expectGood(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Rows of deal' })).toBeFocused()
  await expect(page.getByRole('gridcell', { selected: true }).filter({ hasText: 'Deal number 777' })).toBeInViewport()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('unheard of')
  await expect(page.getByText('Nothing is called so, and no stack or row holds it.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto(page.url().replace(/row=\d+/, 'row=5000'))
  await expect(page.getByText('There is no row 5000 any more.')).toBeVisible()
})

const person = (name: string, mail: string) => ({ name, email: `${mail}@example.com`, password: 'quiet words 4' })
