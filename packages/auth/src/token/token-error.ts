import { StackError } from '@cairn/statements'

const messages = {
  missing: 'Unauthorized - Authentication Required',
  malformed: 'Invalid token',
  undecodable: 'Invalid token',
  expired: 'This token is expired.',
  wrong_table: 'Invalid token',
  wrong_workspace: 'Invalid token',
  wrong_datasource: 'This token belongs to a different datasource.',
} as const

/** Every reason for which a token is refused. */
export type TokenErrorCode = keyof typeof messages

/** Why a token was refused: answered with 401, `reason` is the stable code. */
export class TokenError extends StackError {
  declare readonly reason: TokenErrorCode

  constructor(reason: TokenErrorCode, cause?: unknown) {
    super('unauthorized', reason, messages[reason], cause === undefined ? {} : { cause })
    this.name = 'TokenError'
  }
}
