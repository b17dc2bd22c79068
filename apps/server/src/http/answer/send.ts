import type { ServerResponse } from 'node:http'
import { StackError, ValueStream, type Value } from '@cairn/statements'
import type { Exchange } from '../exchange.ts'
import type { ErrorAnswer } from '../error/error-answer.ts'
import { chooseEncoding, compress } from './compress.ts'
import { encodeResult, type Encoded } from './encode-result.ts'
import { stackHeaders } from './stack-headers.ts'

/** Sends what a stack returned, with the status and headers it set. Nothing is written before all of it is known. A promise where it has to wait. */
export function sendResult(exchange: Exchange, result: Value): Promise<void> | void {
  if (result instanceof ValueStream) return collect(result).then((items) => sendValue(exchange, items))
  return sendValue(exchange, result)
}

function sendValue(exchange: Exchange, value: Value): Promise<void> | void {
  const { status, headers } = exchange.response
  const own = headers.length === 0 ? noHeaders : stackHeaders(headers)
  return sendBody(exchange, status ?? 200, encode(value, own.type), own.list)
}

/** Sends an error body; the headers of the group go with it, those of the stack do not. */
export function sendError(exchange: Exchange, { status, body }: ErrorAnswer): void {
  const text = JSON.stringify(body)
  // A body that was refused is not read to its end, so the connection cannot carry another request.
  const close = exchange.incoming.complete ? [] : ['Connection', 'close']
  write(exchange, status, { type: 'application/json; charset=utf-8', body: text }, close)
}

const noHeaders: { type: string | null; list: string[] } = { type: null, list: [] }
const bodiless = new Set([204, 205, 304])

function encode(result: Value, type: string | null): Encoded {
  try {
    return encodeResult(result, type)
  } catch (cause) {
    throw new StackError('standard', 'result_too_large', 'The response is too large or nested too deep to send.', {
      cause,
    })
  }
}

function sendBody(exchange: Exchange, status: number, encoded: Encoded, headers: string[]): Promise<void> | void {
  if (bodiless.has(status)) {
    exchange.outgoing.writeHead(status, withHeaders([], exchange, headers)).end()
    return
  }
  const accepted = exchange.incoming.headers['accept-encoding']
  const encoding = chooseEncoding(accepted, encoded.type, encoded.body.length)
  const list = encoded.body.length > 1024 ? [...headers, 'Vary', 'Accept-Encoding'] : headers
  if (!encoding) return write(exchange, status, encoded, list)
  return compress(Buffer.from(encoded.body as string), encoding).then((body) =>
    write(exchange, status, { type: encoded.type, body }, [...list, 'Content-Encoding', encoding]),
  )
}

function write(exchange: Exchange, status: number, { type, body }: Encoded, headers: string[]): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  exchange.size = length
  const head = withHeaders(['Content-Type', type, 'Content-Length', String(length)], exchange, headers)
  const response = exchange.outgoing.writeHead(status, head)
  // Text of as many bytes as characters is ASCII, which goes out without being looked at again as Latin-1.
  if (typeof body !== 'string' || length !== body.length) response.end(body)
  else if (exchange.method === 'HEAD' || !endWithHead(response, body)) response.end(body, 'latin1')
}

/** Whether Node.js keeps the head of an answer as text until its end, as it does from 20 to 24; null until one was seen. */
let keepsHead: boolean | null = null

/**
 * Sends head and body as one text: the `end` of Node.js hands the socket two pieces, of which the second is empty, and
 * gathering them costs more than all else that it does. False, and nothing sent, where that cannot be.
 */
function endWithHead(response: ServerResponse, body: string): boolean {
  const unsent = response as { _header?: unknown }
  const head = unsent._header
  if (typeof head !== 'string') return false
  keepsHead ??= head.endsWith('\r\n\r\n')
  if (!keepsHead) return false
  unsent._header = head + body
  response.end()
  return true
}

/** `head` and after it what goes with every answer, and `headers`. */
function withHeaders(head: string[], exchange: Exchange, headers: string[]): string[] {
  if (headers.length > 0) return [...head, ...mergeHeaders(ownHeaders([], exchange), headers)]
  return ownHeaders(head, exchange)
}

/** Adds to `list`, which is one request's own. */
function ownHeaders(list: string[], exchange: Exchange): string[] {
  list.push('X-Request-Id', exchange.id, 'X-Content-Type-Options', 'nosniff')
  for (const part of exchange.groupHeaders) list.push(part)
  return list
}

/** What a stack set replaces ours of the same name; `Vary` adds up. */
function mergeHeaders(base: string[], headers: string[]): string[] {
  const names = new Set(headers.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase()))
  names.delete('vary')
  const kept = base.flatMap((name, i) => (i % 2 === 0 && !names.has(name.toLowerCase()) ? [name, base[i + 1]!] : []))
  return [...kept, ...headers]
}

async function collect(stream: ValueStream): Promise<Value[]> {
  const items: Value[] = []
  for await (const item of stream.items) items.push(item)
  return items
}
