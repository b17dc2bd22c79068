export { TokenError, type TokenErrorCode } from './token/token-error.ts'
export {
  createTokenIssuer,
  type TokenIssuer,
  type TokenIssuerOptions,
  type TokenRequest,
} from './token/token-issuer.ts'
export {
  createTokenReader,
  createTokenVerifier,
  type TokenExpectation,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './token/token-verifier.ts'
export type { TokenClaims } from './token/token-claims.ts'
export type { TokenKey, TokenKeys } from './token/token-key.ts'
export {
  hashPassword,
  isHash,
  isOutdated,
  passwordCost,
  verifyPassword,
  type PasswordCost,
} from './password/password-hash.ts'
export { createSecretCode, hashCode, matchesCode, type SecretCode } from './session/secret-code.ts'
export { createSingleUseCode, redeemCode, type SingleUseCode } from './session/single-use.ts'
export {
  endSessions,
  isSessionValid,
  openSession,
  type EditorSession,
  type SessionUser,
} from './session/editor-session.ts'
