import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createTokenIssuer, type TokenKeys } from '@cairn/auth'
import type { QueryObject, WorkspaceModel } from '@cairn/language'
import type { Value } from '@cairn/statements'
import { createHttpServer } from '../http/http-server.ts'
import type { Host } from '../http/handle-request.ts'
import type { Served, ServedBranch } from '../http/served.ts'
import { defaultLimits } from '../serve/default-limits.ts'
import { trimSlashes } from '../serve/served-groups.ts'
import { rehearsalPorts } from './rehearsal-ports.ts'

/** Who calls, and with what. */
interface Identity {
  label: string
  /** The auth table its token is of; null where it has none. */
  table: string | null
  /** Whether the token is one that opens the endpoints of its table. */
  valid: boolean
}

interface AccessAnswer {
  status: number
  code: string
  message: string
  /** Whether it was let in by who it may let in, and refused by who it may not. */
  asExpected: boolean
}

interface AccessRow {
  verb: string
  path: string
  /** The auth table of the endpoint, or null where it is public. */
  auth: string | null
  /** In the order of the identities. */
  answers: AccessAnswer[]
}

export interface AccessMatrix {
  identities: Identity[]
  rows: AccessRow[]
}

export interface MatrixOptions {
  workspace: string
  model: WorkspaceModel
  served: ServedBranch
  canonical: string
  group: string
  tokens: TokenKeys
}

interface Caller extends Identity {
  token: string | null
}

const DAY = 24 * 3600
const TIMEOUT = 5_000
const MOST_ENDPOINTS = 200

/** Calls every endpoint of a group as everybody who may come along. Nothing that they write stays written. */
export async function accessMatrix(options: MatrixOptions): Promise<AccessMatrix> {
  const callers = await callersOf(options)
  const { url, close } = await rehearse(options)
  try {
    const rows: AccessRow[] = []
    const own = options.model.queries.filter(({ apiGroup, active }) => apiGroup === options.group && active)
    for (const query of own.slice(0, MOST_ENDPOINTS)) {
      const answers: AccessAnswer[] = []
      for (const caller of callers) answers.push(await call(url, query, caller))
      rows.push({ verb: query.verb, path: trimSlashes(query.path), auth: query.auth, answers })
    }
    return { identities: callers.map(({ label, table, valid }) => ({ label, table, valid })), rows }
  } finally {
    close()
  }
}

/** A server of its own on the loopback, over the same endpoints, tokens and data. */
async function rehearse({ served: own, canonical }: MatrixOptions): Promise<{ url: string; close: () => void }> {
  const branch: ServedBranch = {
    ...own,
    async ports(datasource) {
      const open = await own.ports(datasource)
      return open === null ? null : (request) => rehearsalPorts(open(request))
    },
  }
  const served: Served = { live: branch, branch: (name) => (name === branch.name ? branch : null) }
  const nothing: Host['pages'] = (_incoming, outgoing) => void outgoing.writeHead(404).end()
  const server = createHttpServer({
    served: new Map([[canonical, served]]),
    notes: false,
    limits: { ...defaultLimits, deadline: TIMEOUT },
    meta: nothing,
    vault: nothing,
    pages: nothing,
    maxBody: 1024 * 1024,
    report: () => undefined,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/api:${canonical}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function callersOf({ workspace, model, served, tokens }: MatrixOptions): Promise<Caller[]> {
  const tables = [...model.tables.values()].filter(({ auth }) => auth).map(({ name }) => name)
  const mint = (table: string, id: Value, facts: { workspace?: string; datasource?: string; ago?: number } = {}) => {
    const issue = createTokenIssuer({
      clock: { now: () => Date.now() - (facts.ago ?? 0) * 1000 },
      keys: () => tokens,
      workspace: facts.workspace ?? workspace,
      table: (name) => model.tables.get(name) ?? null,
    })
    return issue({ table, id, extras: {}, expiration: DAY, datasource: facts.datasource ?? 'live' })
  }
  const callers: Caller[] = [{ label: 'No token', table: null, valid: false, token: null }]
  for (const table of tables) {
    const id = await firstRow(served, table)
    callers.push({ label: `A row of ${table}`, table, valid: true, token: await mint(table, id) })
  }
  const [table] = tables
  if (table === undefined) return callers
  const id = await firstRow(served, table)
  const good = await mint(table, id)
  const wrong = async (label: string, token: Promise<string> | string): Promise<Caller> => {
    return { label, table, valid: false, token: await token }
  }
  return [
    ...callers,
    await wrong('Expired', mint(table, id, { ago: 2 * DAY })),
    await wrong('Changed by a character', tampered(good)),
    await wrong('Of another workspace', mint(table, id, { workspace: 'another' })),
    await wrong('Of another datasource', mint(table, id, { datasource: 'another' })),
  ]
}

/** The token with another character in the middle of its content. */
function tampered(token: string): string {
  const at = Math.floor(token.length * 0.7)
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}

/** The id of the row that was there first; 1 where the table is empty. */
async function firstRow(served: ServedBranch, table: string): Promise<Value> {
  const open = await served.ports('live')
  if (open === null) return 1
  const { db } = open({ id: 'access', baseUrl: '', signal: AbortSignal.timeout(TIMEOUT) })
  const one = { kind: 'literal' as const, value: 1 }
  const rows = await db.query(
    {
      kind: 'query',
      table,
      where: null,
      additionalWhere: null,
      joins: [],
      evals: [],
      sort: [{ by: 'id', order: 'asc' }],
      overrideSort: null,
      return: {
        type: 'list',
        distinct: false,
        paging: { page: one, perPage: one, offset: null, totals: false, metadata: false },
      },
      output: ['id'],
      addons: [],
      lock: false,
    },
    [],
  )
  const [row] = Array.isArray(rows) ? rows : []
  return (row as { id?: Value } | undefined)?.id ?? 1
}

async function call(url: string, query: QueryObject, caller: Caller): Promise<AccessAnswer> {
  const path = trimSlashes(query.path).replace(/\{[^}]+\}/g, '1')
  const { status, body } = await send(`${url}/${path}`, query.verb, caller.token)
  const { code, message } = Object(body) as { code?: unknown; message?: unknown }
  return {
    status,
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message.slice(0, 300) : '',
    asExpected: isExpected(query, caller, status),
  }
}

/**
 * Who may enter can still be refused by the stack itself, for its role; who may not never gets that far. A public
 * endpoint takes whoever comes without a token; a token that does not work it may refuse.
 */
function isExpected({ auth }: QueryObject, caller: Caller, status: number): boolean {
  if (auth !== null && !(caller.valid && caller.table === auth)) return status === 401 || status === 403
  return status !== 401 || (auth === null && caller.token !== null && !caller.valid)
}

async function send(url: string, method: string, token: string | null): Promise<{ status: number; body: unknown }> {
  const isBodiless = method === 'GET' || method === 'HEAD'
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(isBodiless ? {} : { 'content-type': 'application/json' }),
    },
    ...(isBodiless ? {} : { body: '{}' }),
    signal: AbortSignal.timeout(2 * TIMEOUT),
  })
  const text = await response.text()
  return { status: response.status, body: asJson(text) }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
