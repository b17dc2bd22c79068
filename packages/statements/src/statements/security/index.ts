import type { StatementModule } from '../../define/types.ts'
import * as checkPassword from './check-password.ts'
import * as createAuthToken from './create-auth-token.ts'

/** Statements of tokens, passwords and keys, in the order of the palette. */
export const security: readonly StatementModule[] = [createAuthToken, checkPassword]
