import { expect, type Page } from '@playwright/test'
import { signIn } from './fixtures.ts'
import type { Cairn } from './start-cairn.ts'

let made = 0

/** A workspace of this test alone, with sign-up and login; its API page is open. Answers its public base URL. */
export async function jumpstart(
  page: Page,
  cairn: Cairn,
  name = `Shop ${process.pid} ${(made += 1)}`,
): Promise<{ name: string; base: string }> {
  await page.goto(`${cairn.url}/sign-in`)
  await signIn(page)
  await page.getByRole('button', { name: 'New workspace' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page.getByRole('heading', { name: 'API', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: '/auth/login' })).toBeVisible()
  return { name, base: await page.getByRole('region', { name: 'Authentication' }).locator('code').innerText() }
}

/** Opens an endpoint of the list in the designer. */
export async function openEndpoint(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: path }).click()
  await expect(page.getByRole('tree', { name: 'Function stack' })).toBeVisible()
}

/** Makes an endpoint in the Authentication group and opens it. */
export async function addEndpoint(page: Page, path: string, verb: string): Promise<void> {
  await page.getByRole('region', { name: 'Authentication' }).getByRole('button', { name: 'Endpoint' }).click()
  await page.getByLabel('Path').fill(path)
  await page.getByLabel('Verb').selectOption(verb)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('tree', { name: 'Function stack' })).toBeVisible()
}

/** Publishes what is open and waits until it is live. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

/** Puts a text in the place of the one in the code view. */
export async function writeCode(page: Page, text: string): Promise<void> {
  await show(page, 'Code')
  await page.getByRole('textbox', { name: 'XanoScript' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** Shows one of the three views. */
export const show = (page: Page, view: 'List' | 'Canvas' | 'Code'): Promise<void> =>
  page.getByRole('radio', { name: view }).click()

export const post = (url: string, body: unknown, token = ''): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })

/** Asks again until the answer is as expected: what is published is live a moment later. */
export async function expectAnswer(ask: () => Promise<Response>, status: number, body?: unknown): Promise<void> {
  await expect
    .poll(async () => {
      const response = await ask()
      const answer: unknown = await response.json()
      return body === undefined ? response.status : { status: response.status, answer }
    })
    .toEqual(body === undefined ? status : { status, answer: body })
}
