import { StackError } from '../values/error.ts'
import type { Value } from '../values/value.ts'

/** Why a value is no input. Thrown by readers, which do not know where they are; who calls them adds the place. */
export class Refusal extends Error {
  readonly reason: string
  readonly says: (place: string) => string
  place = ''

  /** `says` makes the message once the place is known: `address.street`, `tags[2]`. */
  constructor(reason: string, says: (place: string) => string) {
    super(reason)
    this.name = 'Refusal'
    this.reason = reason
    this.says = says
  }

  /** The same refusal, one level further out. */
  inside(key: string | number): this {
    const own = typeof key === 'number' ? `[${key}]` : key
    this.place = this.place === '' || this.place.startsWith('[') ? own + this.place : `${own}.${this.place}`
    return this
  }

  /** What the caller of the stack is told: 400, with the place as `payload.param`. */
  toStackError(): StackError {
    return new StackError('inputerror', this.reason, this.says(this.place), { payload: { param: this.place } })
  }
}

/** Nothing was given where something must be. */
export function missing(): Refusal {
  return new Refusal('missing_input', (place) => `Missing param: ${place}`)
}

/** The value is of another type. `expected` completes the sentence "Input x must be …". */
export function unfit(expected: string, value: Value): Refusal {
  return new Refusal('bad_input', (place) => `Input "${place}" must be ${expected}${gotten(value)}.`)
}

/** A rule is broken. `demand` completes the sentence "Input x must …". */
export function broken(demand: string): Refusal {
  return new Refusal('broken_rule', (place) => `Input "${place}" must ${demand}.`)
}

function gotten(value: Value): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = String(value)
  return `, not "${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`
}
