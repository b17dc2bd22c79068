import { request as plainRequest, type Agent, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { tooLarge } from './request-error.ts'
import type { Hop } from './redirect.ts'

export interface HopAnswer {
  status: number
  reason: string
  httpVersion: string
  /** Name, value, name, value, … */
  rawHeaders: string[]
  location: string | undefined
  encoding: string | undefined
  /** The body as it comes. Leaving it early closes the connection; it rejects with the signal's reason. */
  content: AsyncIterable<Uint8Array>
}

export interface HopOptions {
  agent: Agent
  signal: AbortSignal
}

/** A server may close a kept connection just as it is used again; asking twice for these does what asking once does. */
const repeatable = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])

/** Sends one request and reads the head of its answer. Rejects with the signal's reason, a StackError or a system error. */
export async function sendHop(hop: Hop, options: HopOptions): Promise<HopAnswer> {
  options.signal.throwIfAborted()
  const first = open(hop, options)
  try {
    return await answerOf(first, options)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ECONNRESET' || !first.reusedSocket || !repeatable.has(hop.method)) throw error
    return answerOf(open(hop, options), options)
  }
}

function open(hop: Hop, { agent }: HopOptions): ClientRequest {
  const start = hop.url.protocol === 'https:' ? secureRequest : plainRequest
  const request = start(hop.url, { method: hop.method, agent })
  // Node.js names the TLS server after the URL's host; a Host header set afterwards cannot change that.
  for (const [name, values] of hop.headers)
    request.setHeader(name, values.length === 1 ? (values[0] as string) : values)
  if (hop.body !== null) request.setHeader('content-length', hop.body.byteLength)
  request.end(hop.body ?? undefined)
  return request
}

async function answerOf(request: ClientRequest, { signal }: HopOptions): Promise<HopAnswer> {
  const abort = () => request.destroy(signal.reason as Error)
  const settle = () => signal.removeEventListener('abort', abort)
  signal.addEventListener('abort', abort, { once: true })
  try {
    const response = await headOf(request)
    return describe(response, contentOf(request, response, signal, settle))
  } catch (error) {
    settle()
    request.destroy()
    throw signal.aborted ? signal.reason : error
  }
}

async function* contentOf(
  request: ClientRequest,
  response: IncomingMessage,
  signal: AbortSignal,
  settle: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* response as AsyncIterable<Buffer>
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    settle()
    // A body that was read to its end leaves its connection to the next request.
    if (!response.complete) request.destroy()
  }
}

function headOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('error', reject)
    request.on('response', resolve)
    // An answer that switches protocols ends without either.
    request.on('close', () => reject(new Error('the connection was closed without an answer')))
  })
}

/** All of a body of at most `maxBytes`. */
export async function readBody(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, size)
}

function describe(response: IncomingMessage, content: AsyncIterable<Uint8Array>): HopAnswer {
  return {
    status: response.statusCode ?? 0,
    reason: response.statusMessage ?? '',
    httpVersion: response.httpVersion,
    rawHeaders: response.rawHeaders,
    location: response.headers.location,
    encoding: response.headers['content-encoding'],
    content,
  }
}
