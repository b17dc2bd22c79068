import { startCluster } from '@cairn/database'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createEphemeral } from '../../src/serve/ephemeral-database.ts'
import { startServe, temporaryFolder } from './served-process.ts'

const notes = fileURLToPath(new URL('notes', import.meta.url))

/** The server of `DATABASE_URL`, else one of Cairn's own that is handed on as if it were somebody else's. */
async function serverUrl(): Promise<string> {
  const given = process.env['DATABASE_URL']
  if (given) return given
  const cluster = await startCluster({ dataDirectory: await temporaryFolder(), log: () => undefined })
  onTestFinished(() => cluster.stop())
  return cluster.url
}

/** A database there that goes when the test ends. */
async function databaseUrl(): Promise<string> {
  const database = await createEphemeral(await serverUrl())
  onTestFinished(() => database.drop())
  return database.url
}

const addNote = (url: string, body: string) =>
  fetch(`${url}/api:notes/note`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
  })

const bodies = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/api:notes/note`, { headers })
  return ((await response.json()) as { body: string }[]).map(({ body }) => body)
}

test(
  'on a PostgreSQL of your own everything stays there, and an ephemeral server leaves it alone',
  { timeout: 120_000 },
  async () => {
    const DATABASE_URL = await databaseUrl()
    const folder = await temporaryFolder()
    const first = await startServe({ folder, env: { DATABASE_URL } }, '--workspace', notes)
    expect((await addNote(first.ready.url, 'kept')).status).toBe(200)
    expect(await bodies(first.ready.url, { 'x-data-source': 'test' })).toEqual([])

    const aside = await startServe({ folder, env: { DATABASE_URL } }, '--workspace', notes, '--ephemeral')
    expect(await bodies(aside.ready.url)).toEqual([])
    expect((await addNote(aside.ready.url, 'gone')).status).toBe(200)
    expect(await aside.stop()).toBe(0)
    expect(await first.stop()).toBe(0)

    const second = await startServe({ folder, env: { DATABASE_URL } })
    expect(await bodies(second.ready.url)).toEqual(['kept'])
    expect(await second.stop()).toBe(0)
  },
)
