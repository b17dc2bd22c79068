import { createHash } from 'node:crypto'
import { FileResource, StackError, ValueStream, type Value } from '@cairn/statements'
import { RecordedStream } from './recorded-stream.ts'

/** Thrown where something has more in it than may be kept. */
export class TooLarge extends Error {}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * Makes plain JSON of whatever ports take and give. What JSON has no form for is an object whose `$` says what it is;
 * so is an object that has a member of that name itself.
 */
class Encoder {
  #room: number

  constructor(room: number) {
    this.#room = room
  }

  encode(value: unknown): Json {
    this.#spend(8)
    if (value === null || typeof value === 'boolean') return value
    if (typeof value === 'string') return this.#text(value)
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', value: String(value === 0 ? '-0' : value) }
    }
    if (Array.isArray(value)) return value.map((item) => this.encode(item))
    if (typeof value === 'object') return this.#object(value)
    return { $: 'nothing' }
  }

  #object(value: object): Json {
    if (value instanceof Uint8Array) return { $: 'bytes', value: this.#bytes(value) }
    if (value instanceof FileResource) {
      return { $: 'file', name: this.#text(value.name), mime: value.mime, data: this.#bytes(value.data) }
    }
    if (value instanceof RecordedStream) return { $: 'stream', items: this.encode(value.read) }
    if (value instanceof ValueStream) return { $: 'stream', items: [] }
    if (value instanceof StackError) return this.#stackError(value)
    if (value instanceof Error) return { $: 'error', message: this.#text(value.message) }
    const entries = Object.entries(value)
    const coded = entries.map(([key, inner]) => [this.#text(key), this.encode(inner)] as const)
    if (Object.hasOwn(value, '$')) return { $: 'object', entries: coded.map((entry) => [...entry]) }
    return Object.fromEntries(coded)
  }

  #stackError({ type, reason, message, payload, code, at, hint, final }: StackError): Json {
    return {
      $: 'stack error',
      type,
      reason,
      message: this.#text(message),
      payload: this.encode(payload),
      code,
      at,
      hint,
      final,
    }
  }

  #text(text: string): string {
    this.#spend(text.length)
    return text
  }

  #bytes(bytes: Uint8Array): string {
    this.#spend(bytes.byteLength * 1.4)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  }

  #spend(characters: number): void {
    this.#room -= characters
    if (this.#room < 0) throw new TooLarge('It is too large to be kept.')
  }
}

/** Plain JSON of a value, file, stream, error or bytes. Throws `TooLarge` past about `room` characters. */
export function encode(value: unknown, room = Number.POSITIVE_INFINITY): Json {
  try {
    return new Encoder(room).encode(value)
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge('It is nested too deep to be kept.', { cause: error })
    throw error
  }
}

const members = (value: { [key: string]: Json }): [string, unknown][] =>
  Object.entries(value).map(([key, inner]) => [key, decode(inner)])

/** What `encode` made plain, as it was. */
export function decode(coded: Json): unknown {
  if (typeof coded !== 'object' || coded === null) return coded
  if (Array.isArray(coded)) return coded.map(decode)
  switch (coded['$']) {
    case undefined:
      return Object.fromEntries(members(coded))
    case 'number':
      return Number(coded['value'])
    case 'bytes':
      return bytesOf(coded['value'])
    case 'file':
      return new FileResource(textOf(coded['name']), textOf(coded['mime']), bytesOf(coded['data']))
    case 'stream':
      return new RecordedStream(decode(coded['items'] ?? []) as Value[])
    case 'object':
      return Object.fromEntries((coded['entries'] as [string, Json][]).map(([key, inner]) => [key, decode(inner)]))
    case 'stack error':
      return stackErrorOf(coded)
    case 'error':
      return new Error(textOf(coded['message']))
    default:
      return null
  }
}

function bytesOf(text: Json | undefined): Uint8Array {
  return new Uint8Array(Buffer.from(textOf(text), 'base64'))
}

const textOf = (coded: Json | undefined): string => (typeof coded === 'string' ? coded : '')

function stackErrorOf(coded: { [key: string]: Json }): StackError {
  const { type, reason, message, payload, code, at, hint, final } = coded as {
    type: StackError['type']
    reason: string
    message: string
    payload: Json
    code: string
    at: string | null
    hint: string | null
    final: boolean
  }
  const error = new StackError(type, reason, message, {
    payload: decode(payload) as Value,
    code,
    ...(at === null ? {} : { at }),
    ...(hint === null ? {} : { hint }),
  })
  error.final = final
  return error
}

/** Characters of arguments that are looked at. */
const mostArguments = 4_000_000

/** Tells calls of one method apart; arguments too large to look at are all alike. */
export function fingerprint(args: readonly unknown[]): string {
  if (args.length === 0) return ''
  try {
    return createHash('sha256')
      .update(JSON.stringify(encode(args, mostArguments)))
      .digest('base64url')
      .slice(0, 22)
  } catch (error) {
    if (error instanceof TooLarge) return 'large'
    throw error
  }
}
