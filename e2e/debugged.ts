import { expect, type Page } from '@playwright/test'
import { jumpstart, openEndpoint } from './workspace.ts'
import type { Cairn } from './start-cairn.ts'

/** Calls the editor's API as the person who is signed in. */
async function ask<Answer>(page: Page, cairn: Cairn, path: string, body?: unknown): Promise<Answer> {
  const url = `${cairn.url}/api:meta${path}`
  const headers = { origin: cairn.url }
  const answer = await (body === undefined ? page.request.get(url) : page.request.post(url, { headers, data: body }))
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as Answer
}

/** A workspace of this test alone with these endpoints published in it; the first of them is open. */
export async function debugged(
  page: Page,
  cairn: Cairn,
  endpoints: Record<string, string>,
): Promise<{ base: string; workspace: number }> {
  const { name, base } = await jumpstart(page, cairn)
  const { workspaces } = await ask<{ workspaces: { id: number; name: string }[] }>(page, cairn, '/workspaces')
  const workspace = workspaces.find((one) => one.name === name)!.id
  for (const source of Object.values(endpoints)) {
    await ask(page, cairn, '/object/create', { workspace, source, publish: true })
  }
  await page.reload()
  const [first] = Object.keys(endpoints)
  if (first !== undefined) await openEndpoint(page, first)
  return { base, workspace }
}

/** An endpoint of the Authentication group. */
export const endpoint = (
  path: string,
  verb: string,
  stack: string,
  more: { auth?: string; input?: string; response?: string } = {},
) =>
  `query "${path}" verb=${verb} {
  api_group = "Authentication"
${more.auth === undefined ? '' : `  auth = "${more.auth}"\n`}
  input {
${more.input ?? ''}
  }

  stack {
${stack}
  }

  response = ${more.response ?? '$x'}
}
`

/** Opens Run & Debug with the keys. */
export async function openRun(page: Page) {
  await page.keyboard.press('ControlOrMeta+Enter')
  const run = page.getByRole('region', { name: 'Run', exact: true })
  await expect(run).toBeVisible()
  return run
}
