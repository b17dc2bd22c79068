import { lookup } from 'node:dns/promises'
import { StackError, type HttpRequest, type HttpResponse, type HttpStream } from '@cairn/statements'
import { isPublicAddress, type AddressRule } from './address-guard.ts'
import { createConnections, type Connections, type Verification } from './connections.ts'
import { decodeBody, decodeParts } from './decode-body.ts'
import { guardedLookup, type Resolve } from './guarded-lookup.ts'
import { parseTarget } from './parse-target.ts'
import { nextHop, type Hop } from './redirect.ts'
import { RequestTimeout, toStackError } from './request-error.ts'
import { readHeaders } from './request-headers.ts'
import { readBody, sendHop, type HopAnswer } from './send-hop.ts'

export interface HttpClientOptions {
  /** Which addresses stacks may call; those of the public internet unless told otherwise. */
  allows?: AddressRule
  /** Largest answer, decoded. */
  maxBytes?: number
  /** Longest time a request may take, whatever it asks for. */
  maxSeconds?: number
  resolve?: Resolve
}

export interface HttpClient {
  /** Ends early, with the signal's reason, when the signal aborts. */
  request(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>
  /** As `request`, without waiting for the body, which has no largest size: it is read as it comes, in the same time. */
  stream(request: HttpRequest, signal?: AbortSignal): Promise<HttpStream>
  close(): void
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const mostRedirects = 10
const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true })

/** A client that only reaches allowed addresses, however a host is spelled, resolved or redirected to. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const { allows = isPublicAddress, maxBytes = 10 * 1024 * 1024, maxSeconds = 300, resolve = resolveAll } = options
  const connections = createConnections(guardedLookup(resolve, allows))
  const target = (url: string) => parseTarget(url, allows)
  return {
    async request(request, signal) {
      const hop = firstHop(request, target)
      const deadline = startDeadline(request.timeout, maxSeconds, signal)
      try {
        const course = { request, connections, target, maxBytes, signal: deadline.signal }
        return await followHops(hop, course, (last, answer) => toResponse(last, answer, maxBytes))
      } catch (error) {
        throw signal?.aborted ? signal.reason : error
      } finally {
        deadline.stop()
      }
    },
    async stream(request, signal) {
      const hop = firstHop(request, target)
      const deadline = startDeadline(request.timeout, maxSeconds, signal)
      try {
        const course = { request, connections, target, maxBytes, signal: deadline.signal }
        return await followHops(hop, course, (last, answer) => toStream(last, answer, () => deadline.stop()))
      } catch (error) {
        deadline.stop()
        throw signal?.aborted ? signal.reason : error
      }
    },
    close: () => connections.close(),
  }
}

interface Course {
  request: HttpRequest
  connections: Connections
  target: (url: string) => URL
  maxBytes: number
  signal: AbortSignal
}

/** Goes where redirects point, and gives the last answer to `take`. */
async function followHops<Taken>(
  first: Hop,
  { request, connections, target, maxBytes, signal }: Course,
  take: (hop: Hop, answer: HopAnswer) => Taken | Promise<Taken>,
): Promise<Taken> {
  const verification = verificationOf(request)
  let hop = first
  for (let redirects = 0; ; redirects++) {
    try {
      const agent = connections.agent(hop.url.protocol, verification)
      const answer = await sendHop(hop, { agent, signal })
      const next = request.followRedirects ? nextHop(hop, answer.status, answer.location, target) : null
      if (next === null) return await take(hop, answer)
      await readBody(answer.content, maxBytes)
      if (redirects === mostRedirects) throw tooManyRedirects()
      hop = next
    } catch (error) {
      throw toStackError(error, hop.url.host)
    }
  }
}

function firstHop(request: HttpRequest, target: (url: string) => URL): Hop {
  const method = request.method.trim().toUpperCase()
  if (!methods.has(method)) {
    throw new StackError('standard', 'request_refused', `A request cannot use the method "${method.slice(0, 20)}".`)
  }
  const { body } = request
  return {
    url: target(request.url),
    method,
    headers: readHeaders(request.headers),
    body: typeof body === 'string' ? Buffer.from(body) : body,
  }
}

/** Who signed a certificate nobody checks may have written any host name in it. */
function verificationOf({ verifyHost, verifyPeer }: HttpRequest): Verification {
  if (!verifyPeer) return 'nothing'
  return verifyHost ? 'all' : 'chain'
}

function startDeadline(
  seconds: number,
  maxSeconds: number,
  outer?: AbortSignal,
): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const allowed = seconds > 0 ? Math.min(seconds, maxSeconds) : maxSeconds
  const timer = setTimeout(() => controller.abort(new RequestTimeout()), allowed * 1000)
  const abort = () => controller.abort(outer?.reason)
  if (outer?.aborted) abort()
  outer?.addEventListener('abort', abort, { once: true })
  const stop = () => {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }
  return { signal: controller.signal, stop }
}

async function toResponse(hop: Hop, answer: HopAnswer, maxBytes: number): Promise<HttpResponse> {
  const body = await decodeBody(await readBody(answer.content, maxBytes), answer.encoding, maxBytes)
  return { ...headOf(hop, answer), body }
}

/** `done` is called when the body was read or left. */
function toStream(hop: Hop, answer: HopAnswer, done: () => void): HttpStream {
  const parts = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* decodeParts(answer.content, answer.encoding)
    } catch (error) {
      throw toStackError(error, hop.url.host)
    } finally {
      done()
    }
  }
  return { ...headOf(hop, answer), body: parts() }
}

function headOf(hop: Hop, answer: HopAnswer): Omit<HttpResponse, 'body'> {
  const headers = [`HTTP/${answer.httpVersion} ${answer.status} ${answer.reason}`.trimEnd()]
  for (let index = 0; index < answer.rawHeaders.length; index += 2) {
    headers.push(`${answer.rawHeaders[index]}: ${answer.rawHeaders[index + 1]}`)
  }
  return { status: answer.status, headers, url: hop.url.href }
}

function tooManyRedirects(): StackError {
  return new StackError('standard', 'request_failed', `The request was redirected more than ${mostRedirects} times.`)
}
