import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEditorClient, type EditorClient } from '@cairn/contract'
import { testDatabase } from '@cairn/testing'
import { onTestFinished } from 'vitest'
import { createSetupLink } from '../../src/editor/index.ts'
import { readInstallationKeys } from '../../src/serve/installation-keys.ts'
import { dateClock, openStore } from '../../src/serve/open-store.ts'
import { startServing } from '../../src/serve/serving.ts'

export interface Editor {
  url: string
  /** Signed in as the owner of the installation. */
  owner: EditorClient
  /** Somebody who is signed in nowhere yet; keeps the cookie of whom it signs in. */
  stranger: () => EditorClient
  log: string[]
}

const ownerAccount = { email: 'owner@example.com', name: 'Olive Owner', password: 'correct horse' }

/** A server of its own with an owner, gone when the test ends. */
export async function startEditor(): Promise<Editor> {
  const database = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-editor-'))
  const { installation } = await readInstallationKeys(dataDirectory)
  const store = openStore(database.url, installation)
  await store.migrate()
  const log: string[] = []
  const serving = await startServing({
    databaseUrl: database.url,
    dataDirectory,
    filesDirectory: join(dataDirectory, 'files'),
    host: '127.0.0.1',
    port: 0,
    redisUrl: null,
    allowPrivateRequests: false,
    log: (line) => void log.push(line),
  })
  onTestFinished(async () => {
    await serving.stop()
    await store.close()
    await database.drop()
    await rm(dataDirectory, { recursive: true, force: true })
  })
  const { url } = serving
  const stranger = () => createEditorClient(url, withCookies())
  const owner = stranger()
  const link = await createSetupLink(store, url, dateClock)
  await owner.setup({ ...ownerAccount, code: link!.split('#')[1]! })
  return { url, owner, stranger, log }
}

/** A browser's memory for one cookie. */
function withCookies(): typeof fetch {
  let cookie = ''
  return async (input, init) => {
    const response = await fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
    const set = response.headers.get('set-cookie')
    if (set !== null) cookie = set.split(';')[0]!
    return response
  }
}
