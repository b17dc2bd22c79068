import { debugged, endpoint, openRun } from '../debugged.ts'
import { expectGood } from '../expect-good.ts'
import { expect, test } from '../fixtures.ts'
import { jumpstart, openEndpoint, post } from '../workspace.ts'

const person = { name: 'Grace Hopper', email: 'grace@example.com', password: 'quiet words 4' }

test('a token is retrieved for a row that is found by any column, and me runs with it', async ({ page, owned }) => {
  const { base } = await jumpstart(page, owned)
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  await post(`${base}/auth/signup`, { ...person, name: 'Ada', email: 'ada@example.com' })
  await openEndpoint(page, '/auth/me')
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('status 401')).toBeVisible()
  await run.getByPlaceholder('Search user by any column').fill('hopper')
  await run
    .getByRole('list', { name: 'Rows of user' })
    .getByRole('button', { name: /Grace Hopper/ })
    .click()
  await expect(run.getByRole('note')).toContainText('no extras')
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('"grace@example.com"')).toBeVisible()
  await expect(run.getByRole('button', { name: 'Copy token' })).toBeVisible()
  // No trace of the token stays in this browser.
  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))
  expect(kept).not.toContain('eyJhbGciOiJBMjU2S1ci')
})

const adminOnly = endpoint(
  'admin-only',
  'GET',
  `    precondition ($auth.extras.role == "admin") {
      error_type = "accessdenied"
      error = "Only for admins."
    }
    var $x {
      value = "welcome"
    }`,
  { auth: 'user' },
)
const adminLogin = endpoint(
  'admin-login',
  'POST',
  `    db.get "user" {
      field_name = "email"
      field_value = $input.email
    } as $user
    security.create_auth_token {
      table = "user"
      id = $user.id
      extras = {role: "admin"}
      expiration = 86400
    } as $authToken`,
  { input: '    email email', response: '{authToken: $authToken}' },
)

test('a role check fails with the retrieved token, which has no extras, and passes with that of the login', async ({
  page,
  owned,
}) => {
  const { base } = await debugged(page, owned, { '/admin-only': adminOnly, '/admin-login': adminLogin })
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  const run = await openRun(page)
  await run.getByRole('list', { name: 'Rows of user' }).getByRole('button', { name: /Grace/ }).click()
  await expect(run.getByRole('note')).toContainText('No login or signup stack ran')
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('Only for admins.')).toBeVisible()
  await expect(run.getByText('status 403')).toBeVisible()
  // The failure is pinned to its statement, with the values involved.
  const trace = page.getByRole('region', { name: 'Trace' })
  await expect(trace.getByRole('alert')).toContainText('Only for admins.')
  await expect(page.getByRole('tree', { name: 'Function stack' }).getByText('Only for admins.').last()).toBeVisible()

  await run.getByRole('button', { name: 'log in through' }).click()
  await run.getByLabel('Endpoint').selectOption({ label: '/admin-login' })
  await run.getByLabel('email').fill('grace@example.com')
  await run.getByRole('button', { name: 'Run it and take its token' }).click()
  await expect(run.getByText('{"role":"admin"}')).toBeVisible()
  await expect(run.getByRole('note')).toBeHidden()
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('"welcome"')).toBeVisible()
})

const sums = endpoint(
  'sums',
  'POST',
  `    var $total {
      value = $input.n
    }
    for (3) {
      each as $i {
        math.add $total {
          value = $i
        }
      }
    }
    var $x {
      value = $total * 2
    }`,
  { input: '    int n' },
)

test('a run stands still at a breakpoint, takes another value for a variable and goes on', async ({ page, owned }) => {
  await debugged(page, owned, { '/sums': sums })
  const rows = page.getByRole('tree', { name: 'Function stack' }).getByRole('treeitem')
  await rows.filter({ hasText: '$total * 2' }).hover()
  await rows.filter({ hasText: '$total * 2' }).getByRole('button', { name: 'Stop runs here' }).click()
  const run = await openRun(page)
  await run.getByLabel('n int').fill('4')
  await run.getByRole('button', { name: 'Run draft' }).click()
  const held = run.getByRole('region', { name: 'Standing still' })
  await expect(held.getByLabel('total')).toHaveValue('7')
  await held.getByLabel('total').fill('50')
  await held.getByRole('button', { name: 'Continue' }).click()
  await expect(held).toBeHidden()
  await expect(run.getByRole('region', { name: 'Outcome' })).toContainText('100')
  // A condition that never holds lets it pass.
  await run.getByLabel(/^Condition of the breakpoint/).fill('$total > 1000')
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByRole('region', { name: 'Outcome' })).toContainText('14')
})

test('a run is walked with the keys, forwards and backwards, and the statements show their values', async ({
  page,
  owned,
}) => {
  await debugged(page, owned, { '/sums': sums })
  const run = await openRun(page)
  await run.getByLabel('n int').fill('1')
  await run.getByRole('button', { name: 'Run draft' }).click()
  const trace = page.getByRole('region', { name: 'Trace' })
  const slider = trace.getByRole('slider', { name: 'Place in the run' })
  await slider.press('Home')
  const current = page.getByRole('tree', { name: 'Function stack' }).locator('[aria-current="step"]')
  await trace.getByRole('button', { name: 'Step into' }).click()
  await expect(current).toContainText('total = 1')
  await trace.getByRole('button', { name: 'Step over' }).click()
  await expect(current).toContainText('For')
  await trace.getByRole('button', { name: 'Step over' }).click()
  await expect(current).toContainText('x = 8')
  await page.keyboard.press('F10')
  await trace.getByRole('button', { name: 'Where total changed before' }).click()
  await expect(trace.getByText('total = 4').first()).toBeVisible()
  await trace.getByLabel('Round shown').selectOption({ label: '2' })
  await expect(trace.getByRole('listitem').filter({ hasText: 'Round 2' })).toBeVisible()
  await trace.getByLabel('Watch an expression').fill('$total * 100')
  await page.keyboard.press('Enter')
  await expect(trace.getByText('$total * 100')).toBeVisible()
  await page.getByRole('radio', { name: 'Code' }).click()
  await expect(page.locator('.cm-run-current')).toBeVisible()
  await page.getByRole('radio', { name: 'Canvas' }).click()
  await expect(page.getByRole('group', { name: 'Canvas' }).getByText('total = 1').first()).toBeVisible()
})

test('a query in each round of a loop is named, with the statement it is', async ({ page, owned }) => {
  const stack = `    var $x {
      value = 0
    }
    for (6) {
      each as $i {
        db.has "user" {
          field_name = "id"
          field_value = $i
        } as $there
      }
    }`
  await debugged(page, owned, { '/each-round': endpoint('each-round', 'GET', stack) })
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Run draft' }).click()
  const trace = page.getByRole('region', { name: 'Trace' })
  await trace.getByRole('radio', { name: 'Advice (1)' }).click()
  await expect(trace.getByText(/Ran 6 times.*N\+1/)).toBeVisible()
  await trace.getByRole('button', { name: /each-round/ }).click()
  await expect(trace.getByText('SQL', { exact: true })).toBeVisible()
  await expect(page.getByRole('tree', { name: 'Function stack' }).locator('[aria-current="step"]')).toContainText(
    'user',
  )
})

test('the input is filled in from the documentation and from a recorded request, secrets left out', async ({
  page,
  owned,
}) => {
  const { base } = await debugged(page, owned, {})
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  await openEndpoint(page, '/auth/signup')
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Fill in from…' }).press('Enter')
  await expect(page.getByRole('menuitem', { name: /auth\/signup · 200/ })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Example of the documentation' }).press('Enter')
  await expect(run.getByLabel(/^email/)).toHaveValue('ada@example.com')
  await expect(run.getByRole('note')).toHaveCount(0)

  await run.getByRole('button', { name: 'Fill in from…' }).click()
  await page.getByRole('menuitem', { name: /auth\/signup · 200/ }).click()
  await expect(run.getByLabel(/^email/)).toHaveValue(person.email)
  await expect(run.getByLabel(/^name/)).toHaveValue(person.name)
  await expect(run.getByLabel(/^password/)).toHaveValue('')
  await expect(run.getByRole('note')).toContainText('Left to fill in: password.')
  await expectGood(page)
  await run.getByLabel(/^password/).fill(person.password)
  await expect(run.getByRole('note')).toHaveCount(0)
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByRole('region', { name: 'Outcome' })).toContainText('already')
})

test('a run reads the datasource that is chosen, where there is more than one', async ({ page, owned }) => {
  const stack = '    db.query "user" {\n      return = {type: "count"}\n    } as $x'
  const { base } = await debugged(page, owned, { '/how-many': endpoint('how-many', 'GET', stack) })
  await expect.poll(async () => (await post(`${base}/auth/signup`, person)).status).toBe(200)
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Run draft' }).click()
  const outcome = run.getByRole('region', { name: 'Outcome' })
  await expect(outcome.locator('pre').last()).toHaveText('1')
  await run.getByLabel('Datasource').selectOption('test')
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(outcome.locator('pre').last()).toHaveText('0')
})

test('an answer that a cache has kept is shown as such', async ({ page, owned }) => {
  const source = endpoint('kept', 'GET', '    var $x {\n      value = "fresh"\n    }').replace(
    /\}\n$/,
    '\n  cache = {ttl: 600}\n}\n',
  )
  const { base } = await debugged(page, owned, { '/kept': source })
  await expect.poll(async () => (await fetch(`${base}/kept`)).status).toBe(200)
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Run draft' }).click()
  const trace = page.getByRole('region', { name: 'Trace' })
  await expect(trace.getByText('kept answer', { exact: true })).toBeVisible()
  await trace.getByRole('button', { name: /^query GET \/kept/ }).click()
  await expect(trace.getByText('A request gets this one. Here the stack runs as well.')).toBeVisible()
  await expect(trace.getByRole('listitem').filter({ hasText: '"fresh"' }).first()).toBeVisible()
})

test('the panel and the trace are open to all, on any width', async ({ page, owned }) => {
  await debugged(page, owned, { '/admin-only': adminOnly })
  const run = await openRun(page)
  await run.getByRole('button', { name: 'Run draft' }).click()
  await expect(run.getByText('status 401')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectGood(page)
})
