/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, expectHome, expectSignIn, signIn, test } from '../fixtures.ts'
import { outOfSight } from '../out-of-sight.ts'
import { jumpstart, post } from '../workspace.ts'

const openSettings = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: tab }).click()
}

test('an invitation makes a member, who is given another role and removed', async ({
  browser,
  page,
  owned,
  checkAccess,
}) => {
  const { name } = await jumpstart(page, owned)
  await openSettings(page, 'Members & invitations')
  await expect(page.getByText('No invitation waits for an answer.')).toBeVisible()
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('E-mail').fill(`grace@${name.replaceAll(' ', '-').toLowerCase()}.example`)
  await page.getByLabel('Role', { exact: true }).selectOption('viewer')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('invitation link', { exact: true }).innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('region', { name: 'Invitations' }).getByText('viewer')).toBeVisible()

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`${owned.url}/join#${'A'.repeat(43)}`)
  await expect(guest.getByRole('alert').filter({ hasText: 'was used, withdrawn or has expired' })).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: `Join ${name}` })).toBeVisible()
  await guest.getByLabel('Your name').fill('Grace Hopper')
  await guest.getByLabel('Password').fill('another four words')
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest.getByRole('heading', { name })).toBeVisible()
  await openSettings(guest, 'Members & invitations')
  await expect(guest.getByText('Grace Hopper')).toBeVisible()
  await expect(guest.getByRole('region', { name: 'Invitations' })).toBeHidden()
  await expect(guest.getByRole('combobox')).toHaveCount(0)
  await guest.getByRole('tab', { name: 'Access tokens' }).click()
  await expect(guest.getByText('Access tokens are for developers.')).toBeVisible()

  await page.reload()
  await expect(page.getByText('No invitation waits for an answer.')).toBeVisible()
  const role = page.getByLabel('Role of Grace Hopper')
  await role.selectOption('developer')
  await expect(role).toBeEnabled()
  await page.reload()
  await expect(role).toHaveValue('developer')
  await checkAccess()
  await page.getByRole('button', { name: 'Remove Grace Hopper' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(role).toHaveCount(0)
  await guest.reload()
  await expect(guest.getByText('There is no such workspace')).toBeVisible()
  await guest.context().close()
})

test('a session of another browser is signed out', async ({ browser, page, owned, checkAccess }) => {
  await page.goto(`${owned.url}/sign-in`)
  await signIn(page)
  await expectHome(page)
  await page.getByRole('link', { name: 'Your account' }).click()
  const sessions = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions.filter({ hasText: 'This browser' })).toHaveCount(1)
  const other = await (await browser.newContext({ userAgent: 'Gecko/20100101 Firefox/140.0' })).newPage()
  await other.goto(`${owned.url}/sign-in`)
  await signIn(other)
  await expectHome(other)
  await page.reload()
  await checkAccess()
  const firefox = sessions.filter({ hasText: 'Firefox' })
  await firefox.getByRole('button', { name: /^Sign out/ }).click()
  await expect(firefox).toHaveCount(0)
  await other.reload()
  await expectSignIn(other)
  await other.context().close()
})

test('an access token opens the API until it is revoked', async ({ page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  await openSettings(page, 'Access tokens')
  await expect(page.getByText('No access token yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Token', exact: true }).click()
  await page.getByLabel('Name').fill('Build server')
  await page.getByLabel('Role').selectOption('viewer')
  await page.getByLabel('Valid for').selectOption('30 days')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = await page.getByLabel('access token', { exact: true }).innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  const ask = async () => (await post(`${owned.url}/api:meta/objects`, { workspace }, secret)).status
  expect(await ask()).toBe(200)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Access tokens' }).getByText('viewer')).toBeVisible()
  expect(await page.content()).not.toContain(secret)
  await checkAccess()
  await page.getByRole('button', { name: 'Revoke Build server' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No access token yet.')).toBeVisible()
  expect(await ask()).toBe(401)
})

test('an environment variable is written, replaced and removed, and never shown', async ({
  page,
  owned,
  checkAccess,
}) => {
  await jumpstart(page, owned)
  await openSettings(page, 'Environment variables')
  await page.getByRole('button', { name: 'Variable', exact: true }).click()
  await page.getByLabel('Name').fill('MAIL_KEY')
  await page.getByLabel('Value').fill('not to be seen')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Replace MAIL_KEY' }).click()
  await expect(page.getByLabel('Value')).toHaveValue('')
  await page.getByLabel('Value').fill('not to be seen either')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await checkAccess()
  expect(await page.content()).not.toContain('not to be seen')
  await page.getByRole('button', { name: 'Remove MAIL_KEY' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No environment variable yet.')).toBeVisible()
})

test('a branch is made of the live one, by keyboard alone, on every width', async ({ page, owned, checkAccess }) => {
  await jumpstart(page, owned)
  await openSettings(page, 'General')
  for (const next of ['Members & invitations', 'Access tokens', 'Environment variables', 'Branches']) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: next, selected: true })).toBeFocused()
  }
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('next')
  await page.keyboard.press('Enter')
  await expect(page.getByText('/api:…:next/…')).toBeVisible()
  await checkAccess()
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      expect(await outOfSight(page)).toEqual([])
    }
  }
})

test('on a narrow screen the tabs stand in one line, and each comes into sight by keyboard', async ({
  page,
  owned,
}) => {
  await jumpstart(page, owned)
  await openSettings(page, 'Import & export')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.reload()
  const tabs = page.getByRole('tab')
  await expect(tabs.last()).toBeInViewport({ ratio: 0.99 })
  const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  await tabs.last().focus()
  for (let index = tops.length - 2; index >= 0; index -= 1) {
    await page.keyboard.press('ArrowLeft')
    const tab = tabs.nth(index)
    await expect(tab).toBeFocused()
    await expect(tab).toBeInViewport({ ratio: 0.99 })
    await expect(tab).toHaveCSS('outline-style', 'solid')
    await expect(tab).toHaveAttribute('aria-selected', 'true')
  }
})

test('the overview shows requests, slow endpoints and problems', async ({ page, owned, checkAccess }) => {
  const { base } = await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  const overview = page.getByRole('navigation').getByRole('link', { name: 'Overview' })
  await overview.click()
  await expect(page.getByText('Nobody called yet.')).toBeVisible()
  await expect(page.getByText('Nothing wrong was found in any stack.')).toBeVisible()
  const ask = async () => (await fetch(`${base}/auth/me`)).status
  expect([await ask(), await ask()]).toEqual([401, 401])
  const source =
    'function "broken" {\n  stack {\n    db.get "nowhere" {\n      field_name = "id"\n      field_value = 1\n    } as $x\n  }\n}\n'
  const made = await page.request.post(`${owned.url}/api:meta/object/create`, {
    data: { workspace, source, publish: false },
    headers: { origin: owned.url },
  })
  expect(made.status()).toBe(200)
  await page.reload()
  const traffic = page.getByRole('region', { name: 'Last 24 hours' })
  await expect(traffic.getByText('2 requests', { exact: true })).toBeVisible()
  await expect(traffic.getByText('2 with errors', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Slowest endpoints' }).getByText('2×')).toBeVisible()
  await checkAccess()
  await expect(traffic.getByText('2 requests', { exact: true })).toBeVisible()
  for (const width of [390, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await outOfSight(page)).toEqual([])
  }
  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('link', { name: /broken, line 3/ })
    .click()
  await expect(page.getByRole('heading', { name: 'broken' })).toBeVisible()
})

test('a table is published with its SQL in sight, and loses nothing without consent', async ({ page, owned }) => {
  await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  const ask = async <Answer>(route: string, data: object): Promise<Answer> => {
    const response = await page.request.post(`${owned.url}/api:meta${route}`, {
      data: { workspace, ...data },
      headers: { origin: owned.url },
    })
    expect(response.status()).toBe(200)
    return (await response.json()) as Answer
  }
  const table = (type: string) => `table "deal" {\n  schema {\n    int id\n    ${type} title\n  }\n}\n`
  const made = await ask<{ id: number; edition: number }>('/object/create', { source: table('text'), publish: true })
  await ask('/object/draft', { object: made.id, source: table('int'), expectedEdition: made.edition })
  await page.goto(`${owned.url}/workspace/database?id=${workspace}&object=${made.id}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  const sql = dialog.getByLabel('SQL for live')
  const consent = dialog.getByRole('checkbox')
  await expect(consent).toHaveCount(1)
  await expect(consent).not.toBeChecked()
  await expect(sql).toHaveCount(0)
  await consent.check()
  await expect(sql).toContainText('alter column "title" type')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog).toBeHidden()
  const left = await ask<{ statements: string[]; destructive: unknown[] }>('/table/preview', {
    object: made.id,
    source: table('int'),
    datasource: 'live',
    renames: {},
    consent: [],
  })
  expect([left.statements, left.destructive]).toEqual([[], []])
})

test('the palette finds a text in any stack and leads to its statement', async ({ page, owned }) => {
  await jumpstart(page, owned)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('no stack says this')
  await expect(page.getByText('Nothing is called so, and no stack or row holds it.')).toBeVisible()
  await page.getByRole('combobox').fill('invalid credentials')
  const found = page.getByRole('option', { name: /auth\/login, line/ })
  await expect(found).toHaveCount(2)
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'auth/login' })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('at')).toMatch(/^stack\.[13]$/)
  await expect(page.getByRole('treeitem', { selected: true })).toHaveText(/Invalid Credentials|Precondition/)
})

test('a workspace gets another name, and is deleted by it', async ({ page, owned }) => {
  const { name, base } = await jumpstart(page, owned)
  await openSettings(page, 'General')
  await page.getByLabel('Name', { exact: true }).fill(`${name} two`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await expect(page.getByRole('navigation').getByText(`${name} two`)).toBeVisible()
  await page.getByRole('button', { name: 'Delete workspace' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled()
  await dialog.getByLabel('Name of the workspace').fill(`${name} two`)
  await dialog.getByLabel('Name of the workspace').press('Enter')
  await expectHome(page)
  await expect(page.getByText(`${name} two`)).toBeHidden()
  expect((await fetch(`${base}/auth/me`)).status).toBe(404)
})

test('a branch is merged, and made live', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  const ask = async (route: string, data: object) => {
    const response = await page.request.post(`${owned.url}/api:meta${route}`, {
      data: { workspace, ...data },
      headers: { origin: owned.url },
    })
    expect(response.status()).toBe(200)
  }
  const hello = (text: string) =>
    `query "hello" verb=GET {\n  api_group = "Authentication"\n\n  stack {\n  }\n\n  response = "${text}"\n}\n`
  const write = (branch: string, text: string) =>
    ask('/folder/import', { branch, files: [{ path: 'hello.xs', text: hello(text) }], delete: false })
  await ask('/branches/create', { name: 'next' })
  await write('next', 'from next')
  await openSettings(page, 'Branches')
  await page.getByRole('button', { name: 'Merge next' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge next into v1' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'hello' })).toContainText('Added')
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Merge and publish' }).click()
  await expect(dialog).toBeHidden()
  expect(await (await fetch(`${base}/hello`)).json()).toBe('from next')

  await write('v1', 'live')
  await write('next', 'branch')
  await page.getByRole('button', { name: 'Merge next' }).click()
  await expect(dialog.getByRole('button', { name: 'Choose 1 more' })).toBeDisabled()
  await dialog.getByLabel('Where both changed hello').selectOption('Take next’s')
  await dialog.getByRole('button', { name: 'Merge and publish' }).click()
  await expect(dialog).toBeHidden()
  expect(await (await fetch(`${base}/hello`)).json()).toBe('branch')

  await write('next', 'newest')
  await page.getByRole('button', { name: 'Make next live' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make live' }).click()
  await expect(page.getByRole('button', { name: 'Make v1 live' })).toBeVisible()
  await expect(page.getByLabel('Branch', { exact: true })).toHaveValue('next')
  expect(await (await fetch(`${base}/hello`)).json()).toBe('newest')
})

test('a datasource is added, with rows of its own', async ({ page, owned, checkAccess }) => {
  const { base } = await jumpstart(page, owned)
  await openSettings(page, 'Datasources')
  await page.getByRole('button', { name: 'Datasource', exact: true }).click()
  await page.getByLabel('Name').fill('live')
  await page.getByRole('button', { name: 'Create datasource' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('already')
  await page.getByLabel('Name').fill('demo')
  await page.getByRole('button', { name: 'Create datasource' }).click()
  await expect(page.getByText('X-Data-Source: demo')).toBeVisible()
  const person = { name: 'Grace', email: 'grace@example.com', password: 'quiet words 4' }
  const signUp = (datasource: string) =>
    fetch(`${base}/auth/signup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-data-source': datasource },
      body: JSON.stringify(person),
    })
  expect((await signUp('demo')).status).toBe(200)
  expect((await signUp('demo')).status).toBe(403)
  expect((await signUp('live')).status).toBe(200)
  await checkAccess()
})
