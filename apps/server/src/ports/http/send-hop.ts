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
  body: Uint8Array
}

export interface HopOptions {
  agent: Agent
  maxBytes: number
  signal: AbortSignal
}

/** A server may close a kept connection just as it is used again; asking twice for these does what asking once does. */
const repeatable = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])

/** Sends one request and reads its answer whole. Rejects with the signal's reason, a StackError or a system error. */
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

async function answerOf(request: ClientRequest, { maxBytes, signal }: HopOptions): Promise<HopAnswer> {
  const abort = () => request.destroy(signal.reason as Error)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await receive(request, maxBytes)
  } catch (error) {
    request.destroy()
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function receive(request: ClientRequest, maxBytes: number): Promise<HopAnswer> {
  const response = await headOf(request)
  return describe(response, await readBody(response, maxBytes))
}

function headOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('error', reject)
    request.on('response', resolve)
    // An answer that switches protocols ends without either.
    request.on('close', () => reject(new Error('the connection was closed without an answer')))
  })
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size)
}

function describe(response: IncomingMessage, body: Uint8Array): HopAnswer {
  return {
    status: response.statusCode ?? 0,
    reason: response.statusMessage ?? '',
    httpVersion: response.httpVersion,
    rawHeaders: response.rawHeaders,
    location: response.headers.location,
    encoding: response.headers['content-encoding'],
    body,
  }
}
