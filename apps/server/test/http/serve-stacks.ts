import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import type { CorsSettings, QueryObject, Verb } from '@cairn/language'
import type { Invocation } from '@cairn/runtime'
import { StackError, type Ports, type Value } from '@cairn/statements'
import { onTestFinished } from 'vitest'
import { createHttpServer } from '../../src/http/http-server.ts'
import { Router } from '../../src/http/router/router.ts'
import { newTally } from '../../src/http/tally.ts'
import type { Endpoint, Served, ServedBranch } from '../../src/http/served.ts'

type Stack = (input: { [key: string]: Value }, invocation: Invocation) => Value | Promise<Value>

export const anyOrigin: CorsSettings = {
  mode: 'default',
  credentials: false,
  origins: [],
  methods: [],
  headers: [],
  maxAge: 3600,
}

export interface Endpoints {
  [verbAndPath: string]: Stack | { table?: string; active?: boolean; run: Stack }
}

const noStack = {} as QueryObject
const noPorts = {} as Ports

const refuse = (message: string) => new StackError('unauthorized', 'token', message, { payload: '' })

/** Tokens are `<table>.<datasource>`; `old` is one that has expired. */
function verifyToken(token: string, datasource: string) {
  if (token === 'old') throw refuse('This token is expired.')
  const [table, source] = token.split('.')
  if (table === undefined || source === undefined) throw refuse('Invalid token')
  if (source !== datasource) throw refuse('This token belongs to a different datasource.')
  return { table, id: 7, extras: {} }
}

export interface Running {
  url: string
  /** Requests that reached a stack. */
  runs: string[]
  /** Defects that were reported. */
  reports: unknown[]
  /** Sends bytes as they are and resolves to all that comes back until the connection closes. */
  raw: (text: string | Buffer, options?: { end?: boolean }) => Promise<string>
}

/** The real HTTP host over stacks that are plain functions; `api:main` is its only group, closed when the test ends. */
export async function serveStacks(
  endpoints: Endpoints,
  options: { cors?: CorsSettings; maxBody?: number; groupActive?: boolean } = {},
): Promise<Running> {
  const runs: string[] = []
  const reports: unknown[] = []
  const routes = new Router<Endpoint>()
  for (const [key, value] of Object.entries(endpoints)) {
    const [verb, path] = key.split(' ') as [Verb, string]
    const { table = null, active = true, run } = typeof value === 'function' ? { run: value } : value
    const stack = {
      object: noStack,
      run: async (input: { [key: string]: Value }, invocation: Invocation) => {
        runs.push(key)
        return run(input, invocation)
      },
    }
    routes.add(verb, path, { stack, table, active, tally: newTally(), watch: null })
  }
  const group = {
    name: 'main',
    canonical: 'main',
    active: options.groupActive ?? true,
    cors: options.cors ?? anyOrigin,
    routes,
    unmatched: null,
  }
  const live: ServedBranch = {
    name: 'v1',
    groups: new Map([['main', group]]),
    verifyToken,
    ports: (datasource) => (datasource === 'live' || datasource === 'test' ? () => noPorts : null),
  }
  const others = new Map<string, ServedBranch | Promise<ServedBranch>>([
    ['v1', live],
    ['dev', Promise.resolve({ ...live, name: 'dev' })],
    ['empty', { ...live, name: 'empty', groups: new Map() }],
  ])
  const served: Served = { live, branch: (name) => others.get(name) ?? null }
  const server = createHttpServer({
    served: new Map([['main', served]]),
    notes: true,
    limits: { deadline: 5000, maxDepth: 100, maxText: 1e6, maxArray: 1e6 },
    meta: (_, outgoing) => void outgoing.writeHead(401).end('meta'),
    vault: (_, outgoing) => void outgoing.writeHead(200).end('vault'),
    pages: (_, outgoing) => void outgoing.writeHead(200).end('page'),
    maxBody: options.maxBody ?? 1e6,
    report: (error) => reports.push(error),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    runs,
    reports,
    raw: (text, { end = false } = {}) => sendRaw(port, text, end),
  }
}

async function sendRaw(port: number, text: string | Buffer, end: boolean): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => undefined)
  socket.write(text)
  if (end) socket.end()
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 1000))])
  socket.destroy()
  return Buffer.concat(chunks).toString()
}
