import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Limits } from '@cairn/runtime'
import { StackError, type Value } from '@cairn/statements'
import { sendError, sendResult } from './answer/send.ts'
import { authenticate, presentedToken } from './authenticate/authenticate.ts'
import { corsHeaders, preflightHeaders } from './cors/cors.ts'
import { errorAnswer, notFound } from './error/error-answer.ts'
import { Exchange } from './exchange.ts'
import { parseForm } from './input/parse-form.ts'
import { readInput } from './input/read-input.ts'
import { requestId } from './request-id/request-id.ts'
import type { Match } from './router/router.ts'
import type { Endpoint, Served, ServedGroup } from './served.ts'
import { parseTarget, type Target } from './target/parse-target.ts'

/** Serves what is not a user's API: the editor's pages and its own API. Answers every request it is given. */
export type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>

export interface Host {
  /** By canonical; replaced on publish. */
  served: ReadonlyMap<string, Served>
  limits: Limits
  /** Below `/api:meta`. */
  meta: Handler
  /** All other paths. */
  pages: Handler
  /** Bytes. */
  maxBody: number
  /** Told of defects, with the request they happened in. */
  report(error: unknown, requestId: string): void
}

type ApiTarget = Extract<Target, { kind: 'api' }>

/** The whole of a request: where it goes, and the one place its errors end. Never rejects. */
export async function handleRequest(host: Host, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const exchange = new Exchange(incoming, outgoing, requestId(incoming.headers['x-request-id']), host.limits)
  try {
    const target = parseTarget(incoming.url ?? '/')
    if (target.kind === 'meta') await host.meta(incoming, outgoing)
    else if (target.kind === 'page') await host.pages(incoming, outgoing)
    else await answerApi(host, target, exchange)
  } catch (error) {
    fail(host, exchange, error)
  }
  if (exchange.after.length > 0) await runAfter(host, exchange)
}

/** A request of a user's API, step by step: route, datasource, identity, input, stack, answer. */
async function answerApi(host: Host, target: ApiTarget, exchange: Exchange): Promise<void> {
  const served = host.served.get(target.canonical)
  if (!served) throw notFound()
  const group = findGroup(served, target, exchange)
  exchange.groupHeaders = corsHeaders(group.cors, exchange.incoming)
  if (exchange.method === 'OPTIONS') return answerOptions(group, target, exchange)

  const { route, params } = findEndpoint(group, target.path, exchange.method)
  exchange.querystring = target.query
  exchange.datasource = datasourceOf(exchange, target.query)
  const ports = served.ports(exchange.datasource)
  exchange.ports = requireDatasource(ports instanceof Promise ? await ports : ports)(exchange)

  exchange.authToken = presentedToken(exchange.incoming.headers)
  const auth = authenticate(exchange.authToken, route.table, exchange.datasource, served.verifyToken)
  exchange.auth = auth instanceof Promise ? await auth : auth

  const reading = readInput(exchange.incoming, target.query, params, host.maxBody)
  const input = reading instanceof Promise ? await reading : reading
  exchange.rawInput = input.value
  exchange.rawBody = input.bytes

  const running = route.stack.run(input.fields, exchange)
  const result = running instanceof Promise ? await running : running
  if (exchange.after.length > 0) noteSent(exchange, exchange.response.status ?? 200, result)
  const sending = sendResult(exchange, result)
  if (sending) await sending
}

function findGroup(served: Served, target: ApiTarget, exchange: Exchange): ServedGroup {
  const asked = target.branch ?? headerText(exchange.incoming.headers['x-branch']) ?? served.liveBranch
  const group = served.groups.get(target.canonical)
  if (!group?.active || !served.branches.has(asked)) throw notFound()
  exchange.branch = asked
  return group
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

function requireDatasource<P>(ports: P | null): P {
  if (ports) return ports
  throw new StackError('badrequest', 'unknown_datasource', 'This workspace has no datasource of that name.', {
    payload: '',
  })
}

function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function fail(host: Host, exchange: Exchange, error: unknown): void {
  const answer = errorAnswer(error, (defect) => host.report(defect, exchange.id))
  if (exchange.after.length > 0) noteSent(exchange, answer.status, { ...answer.body })
  if (exchange.outgoing.headersSent) exchange.outgoing.destroy()
  else sendError(exchange, answer)
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
