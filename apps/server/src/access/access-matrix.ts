import { createTokenIssuer, type TokenKeys } from '@cairn/auth'
import type { WorkspaceModel } from '@cairn/language'
import type { Value } from '@cairn/statements'
import type { ServedBranch } from '../http/served.ts'
import { calledEndpoints, callEndpoint, endpointFacts, type AccessAnswer, type Caller } from './call-endpoint.ts'
import { rehearse, REHEARSAL_DEADLINE } from './rehearse.ts'

/** Who calls, as a column of the matrix. */
interface Identity extends Omit<Caller, 'token'> {
  label: string
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

type LabelledCaller = Identity & Caller

const DAY = 24 * 3600

/** Calls every endpoint of a group as everybody who may come along. Nothing that they write stays written. */
export async function accessMatrix(options: MatrixOptions): Promise<AccessMatrix> {
  const callers = await callersOf(options)
  const rows = await rehearse(options.served, options.canonical, async (url) => {
    const found: AccessRow[] = []
    for (const query of calledEndpoints(options.model, options.group)) {
      const answers: AccessAnswer[] = []
      for (const caller of callers) {
        const { status, code, message, asExpected } = await callEndpoint(url, query, caller)
        answers.push({ status, code, message, asExpected })
      }
      found.push({ ...endpointFacts(query), answers })
    }
    return found
  })
  return { identities: callers.map(({ label, table, valid }) => ({ label, table, valid })), rows }
}

/** What is said of a token besides whose it is. */
interface TokenFacts {
  workspace?: string
  datasource?: string
  /** Seconds since it was made. */
  ago?: number
  debugger?: boolean
}

async function callersOf({ workspace, model, served, tokens }: MatrixOptions): Promise<LabelledCaller[]> {
  const tables = [...model.tables.values()].filter(({ auth }) => auth).map(({ name }) => name)
  const mint = (table: string, id: Value, facts: TokenFacts = {}) => {
    const issue = createTokenIssuer({
      clock: { now: () => Date.now() - (facts.ago ?? 0) * 1000 },
      keys: () => tokens,
      workspace: facts.workspace ?? workspace,
      table: (name) => model.tables.get(name) ?? null,
    })
    const { datasource = 'live', debugger: own = false } = facts
    return issue({ table, id, extras: {}, expiration: DAY, datasource, debugger: own })
  }
  const callers: LabelledCaller[] = [{ label: 'No token', table: null, valid: false, token: null }]
  for (const table of tables) {
    const id = await firstRow(served, table)
    callers.push({ label: `A row of ${table}`, table, valid: true, token: await mint(table, id) })
    const retrieved = await mint(table, id, { debugger: true })
    callers.push({ label: `Debugger’s token of ${table}`, table, valid: true, token: retrieved })
  }
  const [table] = tables
  if (table === undefined) return callers
  const id = await firstRow(served, table)
  const good = await mint(table, id)
  const wrong = async (label: string, token: Promise<string> | string): Promise<LabelledCaller> => {
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
  const { db } = open({ id: 'access', baseUrl: '', signal: AbortSignal.timeout(REHEARSAL_DEADLINE) })
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
