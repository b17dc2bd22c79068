import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { startCairn, type Cairn } from './start-cairn.ts'

export const owner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'four quiet words here' }

interface TestFixtures {
  /** A Cairn nobody owns yet. */
  unowned: Cairn
  /** Fails on what assistive technology could not use, in light and in dark. */
  checkAccess: () => Promise<void>
}

interface WorkerFixtures {
  /** A Cairn that `owner` owns, shared by tests that leave it as it is. */
  owned: Cairn
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from the pattern
  unowned: async ({}, use) => {
    const cairn = await startCairn()
    await use(cairn)
    await cairn.stop()
  },
  owned: [
    async ({ browser }, use) => {
      const cairn = await startCairn()
      const page = await browser.newPage()
      await page.goto(cairn.setupLink)
      await createOwner(page)
      await page.close()
      await use(cairn)
      await cairn.stop()
    },
    { scope: 'worker' },
  ],
  checkAccess: async ({ page }, use) => {
    await use(async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.reload()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([])
      }
    })
  },
})

export { expect }

export async function createOwner(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Create owner' }).click()
  await expectHome(page)
}

export async function signIn(page: Page, password = owner.password): Promise<void> {
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function expectHome(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Workspaces', exact: true })).toBeVisible()
}

export async function expectSignIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}
