import { StackError } from '../values/error.ts'
import type { Value } from '../values/value.ts'

/** Makes the message once the place is known: `address.street`, `tags[2]`. `given` is null where it is not to be shown. */
type Says = (place: string, given: string | null) => string

/** Why a value is no input. Thrown by readers, which do not know where they are; who calls them adds the place. */
export class Refusal extends Error {
  readonly reason: string
  readonly says: Says
  place = ''
  /** What was given, as far as the message shows it. */
  given: string | null

  constructor(reason: string, says: Says, given: string | null = null) {
    super(reason)
    this.name = 'Refusal'
    this.reason = reason
    this.says = says
    this.given = given
  }

  /** The same refusal of a sensitive value: messages end up in histories and logs. */
  withoutValue(): this {
    this.given = null
    return this
  }

  /** The same refusal, one level further out. */
  inside(key: string | number): this {
    const own = typeof key === 'number' ? `[${key}]` : key
    this.place = this.place === '' || this.place.startsWith('[') ? own + this.place : `${own}.${this.place}`
    return this
  }

  /** What the caller of the stack is told: 400, with the place as `payload.param`. */
  toStackError(): StackError {
    return new StackError('inputerror', this.reason, this.says(this.place, this.given), {
      payload: { param: this.place },
    })
  }
}

/** Nothing was given where something must be. */
export function missing(): Refusal {
  return new Refusal('missing_input', (place) => `Missing param: ${place}`)
}

/** The value is of another type. `expected` completes the sentence "Input x must be …". */
export function unfit(expected: string, value: Value): Refusal {
  const says: Says = (place, given) =>
    `Input "${place}" must be ${expected}${given === null ? '' : `, not "${given}"`}.`
  return new Refusal('bad_input', says, shown(value))
}

/** A rule is broken. `demand` completes the sentence "Input x must …". */
export function broken(demand: string): Refusal {
  return new Refusal('broken_rule', (place) => `Input "${place}" must ${demand}.`)
}

/** The beginning of a text or number; null for what is too large to show. */
export function shown(value: Value): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
