import { contract, createEditorClient, INPUT_HEADER, type EditorClient, type Role, type Route } from '@cairn/contract'
import { Pool, sessionOf } from '@cairn/database'
import { testDatabase } from '@cairn/testing'
import type { WorkspaceStore } from '@cairn/workspace'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { hashSecret, randomSecret } from '../../src/editor/session-cookie.ts'
import { readInstallationKeys } from '../../src/serve/installation-keys.ts'
import { openStore } from '../../src/serve/open-store.ts'
import { startServing, type Serving } from '../../src/serve/serving.ts'

/** Somebody who calls the editor's API. */
export interface Person {
  id: string
  email: string
  /** Sent with each call: a cookie, or the header of an access token. */
  headers: Record<string, string>
  api: EditorClient
}

export interface EditorServer {
  url: string
  databaseUrl: string
  /** Holds a folder of stored files for each workspace. */
  filesDirectory: string
  store: WorkspaceStore
  /** Lines of its log. */
  log: string[]
  /** An account with a session and no workspace. */
  person(name: string): Promise<Person>
  /** Makes a person a member, whoever may or may not. */
  join(workspace: number, person: Person, role: Role): Promise<void>
  /** A route as a program calls it, an upload with an empty file; the status and the JSON of the answer. */
  call(path: string, body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  close(): Promise<void>
}

/** A whole server on a database of its own. */
export async function editorServer(): Promise<EditorServer> {
  const database = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-editor-'))
  const filesDirectory = join(dataDirectory, 'files')
  const { installation } = await readInstallationKeys(dataDirectory)
  const store = openStore(database.url, installation)
  await store.migrate()
  const log: string[] = []
  const serving: Serving = await startServing({
    databaseUrl: database.url,
    dataDirectory,
    filesDirectory,
    host: '127.0.0.1',
    port: 0,
    redisUrl: null,
    allowPrivateRequests: false,
    history: { days: 7, bytes: 1e9 },
    log: (line) => void log.push(line),
  })
  const { url } = serving
  const home = await store.createWorkspace({ name: 'where accounts come from' })
  const takeIn = async (workspace: number, email: string, role: Role, newcomer: boolean) => {
    const hash = hashSecret(randomSecret())
    await invite(database.url, { workspace, email, role, hash })
    const user = await store.members.accept(hash, newcomer ? { name: email, passwordHash: 'none' } : null)
    if (user === null) throw new Error(`${email} could not join.`)
    return user
  }
  return {
    url,
    databaseUrl: database.url,
    filesDirectory,
    store,
    log,
    async person(name) {
      const email = `${name}-${randomSecret().slice(0, 8).toLowerCase()}@example.com`
      const { id: userId } = await takeIn(home.id, email, 'viewer', true)
      const secret = randomSecret()
      const expiresAt = new Date(Date.now() + 3600_000)
      await store.accounts.createSession({ tokenHash: hashSecret(secret), userId, userAgent: '', expiresAt })
      const headers = { cookie: `cairn_session=${secret}` }
      return { id: userId, email, headers, api: clientWith(url, headers) }
    },
    join: async (workspace, person, role) => void (await takeIn(workspace, person.email, role, false)),
    async call(path, body, headers = {}) {
      const upload = Object.values(contract).some((route: Route) => route.path === path && route.upload !== undefined)
      const input = JSON.stringify(body)
      const sent = upload
        ? { headers: { 'content-type': 'text/csv', [INPUT_HEADER]: encodeURIComponent(input) }, body: '' }
        : { headers: { 'content-type': 'application/json' }, body: input }
      const response = await fetch(`${url}/api:meta${path}`, {
        method: 'POST',
        headers: { ...sent.headers, ...headers },
        body: sent.body,
      })
      return { status: response.status, body: await response.json() }
    },
    async close() {
      await serving.stop()
      await store.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** A server for all tests of a file, which is closed behind them, and somebody to own what they make. */
export async function ownedServer(): Promise<{ server: EditorServer; owner: Person }> {
  const server = await editorServer()
  afterAll(() => server.close())
  return { server, owner: await server.person('owner') }
}

export const clientWith = (url: string, headers: Record<string, string>): EditorClient =>
  createEditorClient(url, (input, init) => {
    const all = new Headers(init?.headers)
    for (const [name, value] of Object.entries(headers)) all.set(name, value)
    return fetch(input, { ...init, headers: all })
  })

/** As a row of its own: the store lets nobody in whom no member invited. */
async function invite(
  url: string,
  { workspace, email, role, hash }: { workspace: number; email: string; role: Role; hash: Uint8Array },
): Promise<void> {
  const pool = new Pool(url, { size: 1 })
  await sessionOf(pool).query(
    `INSERT INTO cairn.invitation (id, workspace_id, email, role, code_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), $1::text::int, $2, $3::text::cairn.role, decode($4, 'hex'), now(), now() + interval '1 hour')`,
    [String(workspace), email, role, Buffer.from(hash).toString('hex')],
  )
  await pool.close()
}
