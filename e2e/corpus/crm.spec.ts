import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startCairn, type Cairn } from '../start-cairn.ts'
import { servePage, type ServedPage } from './serve-page.ts'

const corpus = process.env['CAIRN_CORPUS']
if (!corpus) throw new Error('Set CAIRN_CORPUS to the folder that holds the unpacked workspaces.')
const crm = join(corpus, 'xano-community+sales-pipeline-crm')

let cairn: Cairn
let frontend: ServedPage

test.beforeAll(async () => {
  cairn = await startCairn(join(crm, 'backend'))
  const canonical = (group: string) => cairn.groups.find(({ name }) => name === group)?.canonical ?? ''
  frontend = await servePage(join(crm, 'frontend/index.html'), {
    __CANON_AUTH__: canonical('Auth'),
    __CANON_CRM__: canonical('Crm'),
    __CANON_ANALYTICS__: canonical('Analytics'),
    __CANON_SEED__: canonical('Seed'),
  })
  const seed = await fetch(`${cairn.url}/api:${canonical('Seed')}/seed`, { method: 'POST' })
  expect(seed.status, await seed.text()).toBe(200)
})

test.afterAll(async () => {
  await frontend?.stop()
  await cairn?.stop()
})

test('a manager signs in, reads the forecast and opens a deal on the board', async ({ page }) => {
  const defects: string[] = []
  page.on('pageerror', (error) => defects.push(error.message))
  page.on('response', (response) => {
    if (response.url().startsWith(cairn.url) && !response.ok()) defects.push(`${response.status()} ${response.url()}`)
  })

  await page.goto(frontend.url)
  await page.locator('#baseUrl').fill(cairn.url)
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.locator('#email').fill('morgan.lee@northwind.example')
  await page.locator('#password').fill('DemoPass1')
  await page.getByRole('button', { name: 'Log In' }).click()
  await expect(page.locator('#whoami')).toContainText('manager')

  // The dashboard is the forecast: one row for the whole pipeline, one for each rep with an attainment.
  const forecast = page.locator('#v-dash')
  await expect(forecast.getByText('Open Pipeline')).toBeVisible()
  await expect(forecast.locator('tr.row-all')).toHaveText(/All Pipeline.*20\$/s)
  await expect(forecast.locator('tr.row-rep').filter({ hasText: /\d%/ }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Pipeline' }).click()
  const board = page.locator('#v-board')
  await expect(board.locator('.col')).toHaveCount(10)
  await expect(board.locator('.col .nm').filter({ hasText: /^(Prospecting|Closed Won)$/ })).toHaveCount(2)
  await expect(board.locator('.deal')).toHaveCount(20)

  const deal = board.locator('.deal').first()
  const name = await deal.locator('.nm').innerText()
  await deal.locator('.nm').click()
  const drawer = page.locator('#drawer')
  await expect(drawer.locator('.rechead .n')).toHaveText(name)
  await expect(drawer.getByText('Stage History')).toBeVisible()

  expect(defects).toEqual([])
})
