import { StackError } from '@cairn/statements'

/** A statement that cannot be compiled: it fails when it is reached, and nothing else does. */
export class StatementFailure extends Error {
  readonly reason: string
  readonly hint: string | undefined

  constructor(reason: string, message: string, hint?: string) {
    super(message)
    this.name = 'StatementFailure'
    this.reason = reason
    this.hint = hint
  }

  raise(): never {
    throw new StackError('standard', this.reason, this.message, this.hint === undefined ? {} : { hint: this.hint })
  }
}
