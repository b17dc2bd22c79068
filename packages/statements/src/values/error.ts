import type { Value } from './value.ts'

/** The seven error types of a precondition, with the HTTP status and body code each answers. */
export const errorTypes = {
  standard: { status: 500, code: 'ERROR_FATAL' },
  notfound: { status: 404, code: 'ERROR_CODE_NOT_FOUND' },
  accessdenied: { status: 403, code: 'ERROR_CODE_ACCESS_DENIED' },
  toomanyrequests: { status: 429, code: 'ERROR_CODE_TOO_MANY_REQUESTS' },
  unauthorized: { status: 401, code: 'ERROR_CODE_UNAUTHORIZED' },
  badrequest: { status: 400, code: 'ERROR_CODE_BAD_REQUEST' },
  inputerror: { status: 400, code: 'ERROR_CODE_INPUT_ERROR' },
} as const satisfies Record<string, { status: number; code: string }>

export type ErrorType = keyof typeof errorTypes

/**
 * An error a stack's caller sees. `type` decides the status; `code` is the body's code unless a `throw` named its own;
 * `reason` is our stable machine-readable cause (`unknown_variable`, `not_numeric`, …); `at` the statement's address.
 */
export class StackError extends Error {
  readonly type: ErrorType
  readonly reason: string
  readonly payload: Value
  /** The body's code. */
  readonly code: string
  at: string | null
  /** The statement's name: `api.lambda`. */
  statement: string | null = null
  /** The object whose stack it stands in. */
  object: { kind: string; name: string } | null = null
  /** No catch holds it up: it ends the request. */
  final = false
  readonly hint: string | null

  constructor(
    type: ErrorType,
    reason: string,
    message: string,
    options: { payload?: Value; code?: string; at?: string; hint?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'StackError'
    this.type = type
    this.reason = reason
    this.payload = options.payload ?? null
    this.code = options.code ?? errorTypes[type].code
    this.at = options.at ?? null
    this.hint = options.hint ?? null
  }

  /** `stack.0 of function "invoice"`: the address with the object it is in. */
  get place(): string | null {
    const object = this.object === null ? null : `${this.object.kind} "${this.object.name}"`
    return this.at === null || object === null ? (this.at ?? object) : `${this.at} of ${object}`
  }

  get status(): number {
    return errorTypes[this.type].status
  }
}
