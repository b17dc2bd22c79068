import { MASK } from '@cairn/contract'
import { wellFormed } from './well-formed.ts'
import { RecordedStream } from '@cairn/runtime'
import { FileResource, StackError, ValueStream } from '@cairn/statements'

/** Texts shorter than this are secret only where they stand alone: inside others they would be found everywhere. */
const SHORTEST_PART = 5

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** How a secret looks in URLs, JSON and headers. */
const forms = (secret: string): string[] => {
  const encoded = encodeURIComponent(wellFormed(secret))
  const base64 = Buffer.from(secret).toString('base64')
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encoded,
    encoded.replaceAll('%20', '+'),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ]
}

/** Puts something else in the place of secrets, wherever in a value they stand. */
export class Masker {
  readonly #whole = new Map<string | number, string | number>()
  /** Form of a secret → what takes its place, the longest forms first. */
  readonly #parts = new Map<string, string>()
  readonly #pattern: RegExp | null

  /** `standIn` says what takes the place of a secret. */
  constructor(secrets: Iterable<string | number>, standIn: (secret: string) => string = () => MASK) {
    for (const secret of secrets) {
      if (secret === '' || this.#whole.has(secret)) continue
      const text = String(secret)
      const other = standIn(text)
      if (typeof secret === 'number') {
        // A flag or a small count would be found everywhere.
        if (text.length < 4) continue
        this.#whole.set(secret, Number.isFinite(Number(other)) ? Number(other) : other)
      }
      this.#whole.set(text, other)
      if (text.length < SHORTEST_PART) continue
      for (const [index, form] of forms(text).entries()) {
        if (!this.#parts.has(form)) this.#parts.set(form, forms(other)[index]!)
      }
    }
    const found = [...this.#parts.keys()].toSorted((a, b) => b.length - a.length)
    this.#pattern = found.length === 0 ? null : new RegExp(found.map(escaped).join('|'), 'g')
  }

  /** What takes the place of those that were found telling enough to replace. */
  get standIns(): (string | number)[] {
    return [...new Set(this.#whole.values())]
  }

  text(text: string): string {
    const whole = this.#whole.get(text)
    if (whole !== undefined) return String(whole)
    if (this.#pattern === null) return text
    return text.replace(this.#pattern, (form) => this.#parts.get(form)!)
  }

  /** Of values, and of whatever else ports take and give. */
  value<T>(value: T): T
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (typeof value === 'number') return this.#whole.get(value) ?? value
    if (Array.isArray(value)) return value.map((item: unknown) => this.value(item))
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Uint8Array) return this.bytes(value)
    if (value instanceof FileResource)
      return new FileResource(this.text(value.name), value.mime, this.bytes(value.data))
    if (value instanceof RecordedStream) return new RecordedStream(this.value(value.read))
    if (value instanceof StackError) return this.#error(value)
    if (value instanceof Error || value instanceof ValueStream) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [this.text(key), this.value<unknown>(inner)]))
  }

  #error({ type, reason, message, payload, code, at, hint, final }: StackError): StackError {
    const error = new StackError(type, reason, this.text(message), {
      payload: this.value(payload),
      code: this.text(code),
      ...(at === null ? {} : { at }),
      ...(hint === null ? {} : { hint: this.text(hint) }),
    })
    error.final = final
    return error
  }

  /** Texts are masked; bytes that are no text are as they were. */
  bytes(bytes: Uint8Array): Uint8Array {
    if (this.#pattern === null) return bytes
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const utf8 = (form: string) => Buffer.from(form).toString('latin1')
    let masked = text
    for (const [form, other] of this.#parts) masked = masked.replaceAll(utf8(form), utf8(other))
    return masked === text ? bytes : Buffer.from(masked, 'latin1')
  }
}
