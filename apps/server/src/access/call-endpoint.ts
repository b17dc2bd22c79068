import type { QueryObject, WorkspaceModel } from '@cairn/language'
import { trimSlashes } from '../serve/served-groups.ts'
import { REHEARSAL_DEADLINE } from './rehearse.ts'

/** Who calls, and with what. */
export interface Caller {
  /** The auth table its token is of; null where it has none. */
  table: string | null
  /** Whether the token is one that opens the endpoints of its table. */
  valid: boolean
  token: string | null
}

export interface AccessAnswer {
  status: number
  code: string
  message: string
  /** Whether it was let in by who it may let in, and refused by who it may not. */
  asExpected: boolean
}

/** An answer with its body, as text. */
export interface WholeAnswer extends AccessAnswer {
  /** Milliseconds. */
  ms: number
  text: string
}

const MOST_ENDPOINTS = 200
const MOST_MESSAGE = 300

/** The endpoints of a group that answer, and no more of them than can be called while somebody waits. */
export const calledEndpoints = ({ queries }: WorkspaceModel, group: string): QueryObject[] =>
  queries.filter(({ apiGroup, active }) => apiGroup === group && active).slice(0, MOST_ENDPOINTS)

/** An endpoint as a screen names it. */
export const endpointFacts = ({ verb, path, auth }: QueryObject) => ({ verb, path: trimSlashes(path), auth })

/** Calls an endpoint without input; 1 stands for each parameter of its path. */
export async function callEndpoint(url: string, query: QueryObject, caller: Caller): Promise<WholeAnswer> {
  const path = trimSlashes(query.path).replace(/\{[^}]+\}/g, '1')
  const start = performance.now()
  const { status, text } = await send(`${url}/${path}`, query.verb, caller.token)
  const ms = performance.now() - start
  const { code, message } = Object(asJson(text)) as { code?: unknown; message?: unknown }
  return {
    status,
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message.slice(0, MOST_MESSAGE) : '',
    asExpected: isExpected(query, caller, status),
    ms,
    text,
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

async function send(url: string, method: string, token: string | null): Promise<{ status: number; text: string }> {
  const isBodiless = method === 'GET' || method === 'HEAD'
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(isBodiless ? {} : { 'content-type': 'application/json' }),
    },
    ...(isBodiless ? {} : { body: '{}' }),
    signal: AbortSignal.timeout(2 * REHEARSAL_DEADLINE),
  })
  return { status: response.status, text: await response.text() }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
