import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@cairn/testing'
import { onTestFinished } from 'vitest'
import { readInstallationKeys } from '../../src/serve/installation-keys.ts'
import { openStore } from '../../src/serve/open-store.ts'
import { startServing, type Serving } from '../../src/serve/serving.ts'

export interface ServedWorkspace {
  url: string
  databaseUrl: string
  /** Lines of the server's log. */
  log: string[]
  /** Status and body of a request below `/api:main`. */
  call(path: string, options?: { method?: string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>
  /** Another server on the same database, as a second process would be. */
  another(): Promise<Serving>
  /** Publishes other objects in the place of all there are. */
  publish(texts: readonly string[]): Promise<void>
}

interface Answer {
  status: number
  body: unknown
  headers: Headers
}

export const group = 'api_group main {\n  canonical = "main"\n}'

/** Serves a workspace of these objects over HTTP, on a database of its own, until the test ends. */
export async function serveWorkspace(...texts: string[]): Promise<ServedWorkspace> {
  const database = await testDatabase()
  onTestFinished(() => database.drop())
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-constructs-'))
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }))
  const { installation } = await readInstallationKeys(dataDirectory)
  const store = openStore(database.url, installation)
  await store.migrate()
  const { id } = await store.createWorkspace({ name: 'Constructs' })
  const publish = async (all: readonly string[]) => {
    const files = all.map((text, index) => ({ path: `${index}.xs`, text }))
    await store.importFolder(id, files, { delete: true })
  }
  await publish([group, ...texts])
  onTestFinished(() => store.close())

  const log: string[] = []
  const start = async () => {
    const serving = await startServing({
      databaseUrl: database.url,
      dataDirectory,
      filesDirectory: join(dataDirectory, 'files'),
      host: '127.0.0.1',
      port: 0,
      redisUrl: null,
      allowPrivateRequests: true,
      history: { days: 7, bytes: 1e9 },
      log: (line) => log.push(line),
    })
    onTestFinished(() => serving.stop())
    return serving
  }
  const { url } = await start()
  return {
    url,
    databaseUrl: database.url,
    log,
    another: start,
    publish: (all) => publish([group, ...all]),
    async call(path, { method = 'GET', body, headers = {} } = {}) {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
      const response = await fetch(`${url}/api:main/${path}`, { method, headers: { ...type, ...headers }, ...sent })
      const text = await response.text()
      return { status: response.status, body: JSON.parse(text) as unknown, headers: response.headers }
    },
  }
}

export interface EndpointParts {
  verb?: string
  input?: string
  stack?: string
  response?: string
  /** Further lines of the endpoint. */
  more?: string
}

export function endpoint(path: string, parts: EndpointParts = {}): string {
  const { verb = 'GET', input = '', stack = '', response = 'null', more = '' } = parts
  return `query "${path}" verb=${verb} {
  api_group = "main"

  input {
    ${input}
  }

  stack {
    ${stack}
  }

  response = ${response}
  ${more}
}`
}

/** A table with an id and these columns. */
export function table(name: string, columns: string, more = ''): string {
  return `table ${name} {
  ${more}
  schema {
    int id
    ${columns}
  }

  index = [{type: "primary", field: [{name: "id"}]}]
}`
}

export function middleware(name: string, stack: string, response: string, more = ''): string {
  return `middleware ${name} {
  input {
    json vars
    enum type {
      values = ["pre", "post"]
    }
  }

  stack {
    ${stack}
  }

  response = ${response}
  ${more}
}`
}
