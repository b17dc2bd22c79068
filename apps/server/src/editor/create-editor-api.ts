import { contract, type RouteName } from '@cairn/contract'
import type { WorkspaceStore } from '@cairn/workspace'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createAttempts } from './attempts.ts'
import { handlers, type Call, type EditorWorld, type Passwords, type SignedIn } from './handlers.ts'
import { readJson } from './read-json.ts'
import { Refusal } from './refusal.ts'
import { hashSecret, randomSecret, readSessionCookie, sessionCookie } from './session-cookie.ts'

const PREFIX = '/api:meta'
const MINUTE = 60_000

export interface EditorApiOptions {
  store: WorkspaceStore
  passwords: Passwords
  clock: { now(): Date }
  /** Where browsers reach us, such as `https://cairn.example.com`; the request's own Host when left out. */
  publicUrl?: string
  /** Told of errors that are ours; the browser only learns that there was one. */
  onError(error: unknown): void
}

export type EditorApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type AnyHandler = (world: EditorWorld, call: Call<RouteName>, signedIn: SignedIn | null) => Promise<unknown>

/** The editor's API, to be mounted at `/api:meta`. Never rejects: every request gets an answer. */
export const createEditorApi = (options: EditorApiOptions): EditorApi => {
  const opening = openWorld(options)
  opening.catch(() => undefined)
  return async (request, response) => {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    try {
      const answer = await handle(await opening, options.publicUrl, request, response)
      send(response, 200, answer)
    } catch (error) {
      if (!(error instanceof Refusal)) options.onError(error)
      refuse(response, error)
    }
  }
}

const openWorld = async ({ store, passwords, clock }: EditorApiOptions): Promise<EditorWorld> => ({
  store,
  passwords,
  clock,
  decoy: await passwords.hash(randomSecret()),
  attempts: {
    account: createAttempts(10, 15 * MINUTE, clock),
    address: createAttempts(50, 15 * MINUTE, clock),
    setup: createAttempts(20, 15 * MINUTE, clock),
  },
})

/** The route is found first and decides everything after it; nothing else looks at the URL. */
const handle = async (
  world: EditorWorld,
  publicUrl: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> => {
  const name = matchRoute(request)
  const route = contract[name]
  const origin = publicUrl ?? `http://${request.headers.host ?? 'localhost'}`
  if (route.method === 'POST') refuseOtherOrigin(request, origin)
  const signedIn = await readSession(world, request)
  if (route.permission === 'session' && signedIn === null) throw new Refusal(401, 'sign_in_required', 'Sign in first.')
  const parsed = route.input.safeParse(route.method === 'POST' ? await readJson(request) : {})
  if (!parsed.success) throw invalidInput(parsed.error.issues)
  const call = {
    input: parsed.data,
    address: request.socket.remoteAddress ?? '',
    userAgent: request.headers['user-agent'] ?? '',
    origin,
    setCookie: (secret: string) => response.setHeader('set-cookie', sessionCookie(secret, origin.startsWith('https:'))),
  } as Call<RouteName>
  return (handlers[name] as AnyHandler)(world, call, signedIn)
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

const readSession = async ({ store }: EditorWorld, request: IncomingMessage): Promise<SignedIn | null> => {
  const secret = readSessionCookie(request.headers.cookie)
  return secret === null ? null : store.accounts.sessionByToken(hashSecret(secret))
}

const invalidInput = (issues: readonly { path: PropertyKey[]; message: string }[]): Refusal => {
  const [first] = issues
  const field = first?.path.join('.') ?? ''
  return new Refusal(400, 'input_invalid', field === '' ? 'The input is not valid.' : `${field}: ${first?.message}`)
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, error: unknown): void => {
  const known =
    error instanceof Refusal ? error : new Refusal(500, 'internal', 'Something went wrong in Cairn. See its log.')
  for (const [name, value] of Object.entries(known.headers)) response.setHeader(name, value)
  send(response, known.status, { code: known.code, message: known.message })
}
