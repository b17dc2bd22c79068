import { performance } from 'node:perf_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AuthIdentity, Limits } from '@cairn/runtime'
import { StackError, type Value } from '@cairn/statements'
import { sendError, sendResult } from './answer/send.ts'
import { authenticate, presentedToken } from './authenticate/authenticate.ts'
import { corsHeaders, preflightHeaders } from './cors/cors.ts'
import { errorAnswer, notFound } from './error/error-answer.ts'
import { Exchange } from './exchange.ts'
import { parseForm } from './input/parse-form.ts'
import { readInput, type RawInput } from './input/read-input.ts'
import { requestId } from './request-id/request-id.ts'
import type { Match } from './router/router.ts'
import type { Endpoint, RequestPorts, Served, ServedBranch, ServedGroup } from './served.ts'
import { count } from './tally.ts'
import { parseTarget, type Target } from './target/parse-target.ts'

/** Serves what is not a user's API: the editor's pages and its own API. Answers every request it is given. */
export type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>

export interface Host {
  /** By canonical; replaced on publish. */
  served: ReadonlyMap<string, Served>
  /** Whether requests are counted and kept. */
  notes: boolean
  limits: Limits
  /** Below `/api:meta`. */
  meta: Handler
  /** Below `/vault`: stored files. */
  vault: Handler
  /** All other paths. */
  pages: Handler
  /** Bytes. */
  maxBody: number
  /** Told of defects, with the request they happened in. */
  report(error: unknown, requestId: string): void
}

type ApiTarget = Extract<Target, { kind: 'api' }>

/**
 * The whole of a request: where it goes, and the one place its errors end. Never rejects; a promise only where something
 * is waited for, since most of what a small request costs beyond HTTP would be promises.
 */
export function handleRequest(host: Host, incoming: IncomingMessage, outgoing: ServerResponse): void | Promise<void> {
  const exchange = new Exchange(incoming, outgoing, requestId(incoming.headers['x-request-id']), host.limits)
  try {
    const answering = answer(host, exchange)
    if (answering instanceof Promise) return finish(host, exchange, answering)
  } catch (error) {
    fail(host, exchange, error)
  }
  return end(host, exchange)
}

async function finish(host: Host, exchange: Exchange, answering: Promise<void>): Promise<void> {
  try {
    await answering
  } catch (error) {
    fail(host, exchange, error)
  }
  await end(host, exchange)
}

/** What is left when the answer is out. */
function end(host: Host, exchange: Exchange): void | Promise<void> {
  const { tally, keeper } = exchange
  if (!tally && !keeper && exchange.after.length === 0) return
  const ms = performance.now() - exchange.start
  if (tally) count(tally, exchange.outgoing.statusCode, ms)
  if (exchange.after.length === 0) return keeper?.ended(exchange, ms)
  return runAfter(host, exchange).then(() => keeper?.ended(exchange, ms))
}

function answer(host: Host, exchange: Exchange): void | Promise<void> {
  const { incoming, outgoing } = exchange
  const target = parseTarget(incoming.url ?? '/')
  if (target.kind === 'meta') return host.meta(incoming, outgoing)
  if (target.kind === 'vault') return host.vault(incoming, outgoing)
  if (target.kind === 'page') return host.pages(incoming, outgoing)
  return answerApi(host, target, exchange)
}

/**
 * A request of a user's API, step by step: branch, route, datasource, identity, input, stack, answer. Each step goes on
 * at once where it has nothing to wait for, and only one that waits makes a closure.
 */
function answerApi(host: Host, target: ApiTarget, exchange: Exchange): void | Promise<void> {
  const workspace = host.served.get(target.canonical)
  if (!workspace) throw notFound()
  const asked = askedBranch(target, exchange)
  const branch = asked === null ? workspace.live : workspace.branch(asked)
  if (branch instanceof Promise) return branch.then((found) => answerBranch(host, found, target, exchange))
  return answerBranch(host, branch, target, exchange)
}

function answerBranch(
  host: Host,
  served: ServedBranch | null,
  target: ApiTarget,
  exchange: Exchange,
): void | Promise<void> {
  if (!served) throw unknownBranch()
  const group = served.groups.get(target.canonical)
  if (!group?.active) throw notFound()
  exchange.branch = served.name
  exchange.groupHeaders = corsHeaders(group.cors, exchange.incoming)
  if (exchange.method === 'OPTIONS') return answerOptions(group, target, exchange)

  exchange.path = target.path
  if (host.notes) exchange.keeper = group.unmatched
  const match = findEndpoint(group, target.path, exchange.method)
  exchange.tally = host.notes ? match.route.tally : null
  exchange.keeper = host.notes ? match.route.watch : null
  exchange.querystring = target.query
  exchange.datasource = datasourceOf(exchange, target.query)
  const ports = served.ports(exchange.datasource)
  if (ports instanceof Promise) return ports.then((opened) => identify(host, served, match, opened, exchange))
  return identify(host, served, match, ports, exchange)
}

function identify(
  host: Host,
  served: ServedBranch,
  match: Match<Endpoint>,
  ports: RequestPorts | null,
  exchange: Exchange,
): void | Promise<void> {
  if (!ports) throw unknownDatasource()
  const own = ports(exchange)
  exchange.ports = exchange.keeper ? exchange.keeper.ports(own) : own
  exchange.authToken = presentedToken(exchange.incoming.headers)
  const auth = authenticate(exchange.authToken, match.route.table, exchange.datasource, served.verifyToken)
  if (auth instanceof Promise) return auth.then((found) => readRequest(host, match, found, exchange))
  return readRequest(host, match, auth, exchange)
}

function readRequest(
  host: Host,
  match: Match<Endpoint>,
  auth: AuthIdentity | null,
  exchange: Exchange,
): void | Promise<void> {
  exchange.auth = auth
  const input = readInput(exchange.incoming, exchange.querystring, match.params, host.maxBody)
  if (input instanceof Promise) return input.then((read) => runEndpoint(match.route, read, exchange))
  return runEndpoint(match.route, input, exchange)
}

function runEndpoint(route: Endpoint, input: RawInput, exchange: Exchange): void | Promise<void> {
  exchange.rawInput = input.value
  exchange.rawBody = input.bytes
  exchange.fields = input.fields
  exchange.ran = true
  const result = route.stack.run(input.fields, exchange)
  if (result instanceof Promise) return result.then((made) => answerWith(exchange, made))
  return answerWith(exchange, result)
}

function answerWith(exchange: Exchange, result: Value): void | Promise<void> {
  exchange.result = result
  if (exchange.after.length > 0) noteSent(exchange, exchange.response.status ?? 200, result)
  return sendResult(exchange, result)
}

/** The URL first, then the header; null for the live one. */
function askedBranch(target: ApiTarget, exchange: Exchange): string | null {
  return target.branch ?? headerText(exchange.incoming.headers['x-branch'])
}

function unknownBranch(): StackError {
  return new StackError('notfound', 'unknown_branch', 'This workspace has no branch of that name.', { payload: '' })
}

/** HEAD is answered by the GET of the same path where it has no endpoint of its own. */
function findEndpoint(group: ServedGroup, path: string, method: string): Match<Endpoint> {
  const match = group.routes.find(method, path) ?? (method === 'HEAD' ? group.routes.find('GET', path) : null)
  if (!match?.route.active) throw notFound()
  return match
}

function answerOptions(group: ServedGroup, target: ApiTarget, exchange: Exchange): void {
  const verbs = group.routes.verbs(target.path)
  if (verbs.length === 0) throw notFound()
  const headers = preflightHeaders(group.cors, exchange.incoming, verbs)
  exchange.outgoing.writeHead(204, ['X-Request-Id', exchange.id, ...headers]).end()
}

/** Header first, then the query string; `live` where neither names one. */
function datasourceOf(exchange: Exchange, query: string): string {
  const header = headerText(exchange.incoming.headers['x-data-source'])
  if (header !== null) return header
  if (!query.includes('x-data-source=')) return 'live'
  const named = parseForm(query)['x-data-source']
  return typeof named === 'string' && named !== '' ? named : 'live'
}

function unknownDatasource(): StackError {
  const message = 'This workspace has no datasource of that name.'
  return new StackError('badrequest', 'unknown_datasource', message, { payload: '' })
}

function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function fail(host: Host, exchange: Exchange, error: unknown): void {
  const answer = errorAnswer(error, (defect) => host.report(defect, exchange.id))
  exchange.failure = { body: answer.body, at: error instanceof StackError ? placeOf(error) : null }
  if (exchange.after.length > 0) noteSent(exchange, answer.status, { ...answer.body })
  if (exchange.outgoing.headersSent) exchange.outgoing.destroy()
  else sendError(exchange, answer)
}

/** An address alone is one of the endpoint itself. */
function placeOf(error: StackError): string | null {
  return error.object?.kind === 'query' ? error.at : error.place
}

/** Keeps what is answered for the work that runs after it. */
function noteSent(exchange: Exchange, status: number, body: Value): void {
  const headers = Object.fromEntries(exchange.response.headers)
  exchange.sent = { body, headers, status_code: status }
}

/** What `util.post_process` left for after the answer, in order; one that fails is reported and the next still runs. */
async function runAfter(host: Host, exchange: Exchange): Promise<void> {
  for (const work of exchange.after) {
    try {
      await work()
    } catch (error) {
      host.report(error, exchange.id)
    }
  }
}
