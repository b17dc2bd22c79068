import { contract, INPUT_HEADER, type Route, type RouteName } from '@cairn/contract'
import type { WorkspaceStore } from '@cairn/workspace'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createAttempts } from './attempts.ts'
import { findCaller, type Caller } from './find-caller.ts'
import { handlers, type Call, type EditorWorld, type Passwords } from './handlers.ts'
import { readJson } from './read-json.ts'
import { demandRole } from './demand-role.ts'
import { Refusal } from './refusal.ts'
import type { EditorServing } from './serving.ts'
import { internalRefusal, toRefusal } from './to-refusal.ts'
import type { DebugCall, DebugOutcome, KeepCall, KeptRun, RunCall, RunRelay } from './run/debug-call.ts'
import { debugHere } from './run/debug-here.ts'
import { relayRuns } from './run/relay-runs.ts'
import { FinishedRuns } from './run/finished-runs.ts'
import { RunSessions } from './run/run-sessions.ts'
import { randomSecret, sessionCookie } from './session-cookie.ts'

const PREFIX = '/api:meta'
const MINUTE = 60_000

export interface EditorApiOptions {
  store: WorkspaceStore
  serving: EditorServing
  passwords: Passwords
  clock: { now(): Date }
  /** Where browsers reach us, such as `https://cairn.example.com`; the request's own Host when left out. */
  publicUrl?: string
  /** Told of errors that are ours; the browser only learns that there was one. */
  onError: (error: unknown) => void
  /** To the process that holds the runs of a person; left out where this is the only one. */
  relay?: RunRelay | undefined
}

export type EditorApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type AnyHandler = (world: EditorWorld, call: Call<RouteName>, caller: Caller | null) => Promise<unknown>

/** The editor's API, to be mounted at `/api:meta`. Never rejects: every request gets an answer. */
export const createEditorApi = (options: EditorApiOptions): EditorApi => {
  const opening = openWorld(options)
  opening.catch(() => undefined)
  return async (request, response) => {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    try {
      const { route, answer } = await handle(await opening, options.publicUrl, request, response)
      if (route.stream === undefined) send(response, 200, answer)
      else await sendStream(response, route.stream, answer as AsyncIterable<string>, options.onError)
    } catch (error) {
      const known = toRefusal(error)
      if (known === null) options.onError(error)
      refuse(response, known)
    }
  }
}

const openWorld = async (options: EditorApiOptions): Promise<EditorWorld> => {
  const { store, serving, passwords, clock, onError, relay } = options
  function here(call: RunCall): Promise<DebugOutcome>
  function here(call: KeepCall): Promise<KeptRun>
  function here(call: DebugCall): Promise<DebugOutcome | KeptRun>
  function here(call: DebugCall): Promise<DebugOutcome | KeptRun> {
    return debugHere(world, call)
  }
  const world: EditorWorld = {
    store,
    serving,
    passwords,
    clock,
    onError,
    decoy: await passwords.hash(randomSecret()),
    attempts: {
      account: createAttempts(10, 15 * MINUTE, clock),
      address: createAttempts(50, 15 * MINUTE, clock),
      setup: createAttempts(20, 15 * MINUTE, clock),
      documentation: createAttempts(60, MINUTE, clock),
    },
    runs: new RunSessions(),
    finishedRuns: new FinishedRuns(),
    debug: relay === undefined ? here : relayRuns(relay, here, onError),
  }
  return world
}

/** The route is found first and decides everything after it; nothing else looks at the URL. */
const handle = async (
  world: EditorWorld,
  publicUrl: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ route: Route; answer: unknown }> => {
  const name = matchRoute(request)
  const route: Route = contract[name]
  const origin = publicUrl ?? `http://${request.headers.host ?? 'localhost'}`
  if (route.method === 'POST') refuseOtherOrigin(request, origin)
  const caller = await findCaller(world.store, route, request)
  if (route.permission === 'session' && caller === null) throw new Refusal(401, 'sign_in_required', 'Sign in first.')
  const body = await readInput(route, request)
  const role = await demandRole(world.store, route, body, caller)
  const parsed = route.input.safeParse(body)
  if (!parsed.success) throw invalidInput(parsed.error.issues)
  const call = {
    input: parsed.data,
    role,
    address: request.socket.remoteAddress ?? '',
    userAgent: request.headers['user-agent'] ?? '',
    origin,
    body: request,
    setCookie: (secret: string) => response.setHeader('set-cookie', sessionCookie(secret, origin.startsWith('https:'))),
  } as Call<RouteName>
  return { route, answer: await (handlers[name] as AnyHandler)(world, call, caller) }
}

/** The input of a route: its body, or beside a file its header. */
const readInput = async (route: Route, request: IncomingMessage): Promise<unknown> => {
  if (route.method === 'GET') return {}
  if (route.upload === undefined) return readJson(request, route.large)
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== route.upload) throw new Refusal(415, 'file_only', `Send the file as ${route.upload}.`)
  try {
    return JSON.parse(decodeURIComponent(String(request.headers[INPUT_HEADER] ?? '')))
  } catch {
    throw new Refusal(400, 'json_invalid', `The header ${INPUT_HEADER} is not valid JSON, escaped as in a URL.`)
  }
}

const matchRoute = (request: IncomingMessage): RouteName => {
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const there = (Object.keys(contract) as RouteName[]).filter((name) => PREFIX + contract[name].path === path)
  if (there.length === 0) throw new Refusal(404, 'not_found', 'There is no such address in the editor API.')
  const found = there.find((name) => contract[name].method === request.method)
  if (found !== undefined) return found
  const allow = there.map((name) => contract[name].method).join(', ')
  throw new Refusal(405, 'method_not_allowed', `Use ${allow} here.`, { allow })
}

/** Browsers send `Origin` with every POST; a request without one is no browser's and carries no ambient cookie. */
const refuseOtherOrigin = (request: IncomingMessage, origin: string): void => {
  const site = request.headers['sec-fetch-site']
  const isOther = request.headers.origin !== undefined && request.headers.origin !== origin
  if (!isOther && (site === undefined || site === 'same-origin')) return
  throw new Refusal(403, 'wrong_origin', `Open the editor at ${origin}: requests from other sites are refused.`)
}

const invalidInput = (issues: readonly { path: PropertyKey[]; message: string }[]): Refusal => {
  const [first] = issues
  const field = first?.path.join('.') ?? ''
  return new Refusal(400, 'input_invalid', field === '' ? 'The input is not valid.' : `${field}: ${first?.message}`)
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

/** An answer of any length. What fails on the way cuts it off: its reader sees that it is not whole. */
const sendStream = async (
  response: ServerResponse,
  type: string,
  parts: AsyncIterable<string>,
  onError: (error: unknown) => void,
): Promise<void> => {
  const iterator = parts[Symbol.asyncIterator]()
  // What is refused at once is refused as anything else is.
  const first = await iterator.next()
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` })
  const all = async function* () {
    try {
      for (let part = first; part.done !== true; part = await iterator.next()) yield part.value
    } finally {
      await iterator.return?.()
    }
  }
  try {
    await pipeline(Readable.from(all()), response)
  } catch (error) {
    response.destroy()
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_STREAM_PREMATURE_CLOSE') onError(error)
  }
}

const refuse = (response: ServerResponse, refusal: Refusal | null): void => {
  const known = refusal ?? internalRefusal()
  for (const [name, value] of Object.entries(known.headers)) response.setHeader(name, value)
  send(response, known.status, { code: known.code, message: known.message })
}
