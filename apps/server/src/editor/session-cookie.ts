import { createHash, randomBytes } from 'node:crypto'

const NAME = 'cairn_session'

export const SESSION_SECONDS = 14 * 24 * 3600

/** A secret of 256 bits, safe in URLs and cookies. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. A secret of 256 random bits needs no slow hash. */
export const hashSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()

/** `Set-Cookie` for a session; an empty secret clears it. */
export const sessionCookie = (secret: string, secure: boolean): string =>
  [
    `${NAME}=${secret}`,
    'Path=/api:meta',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${secret === '' ? 0 : SESSION_SECONDS}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ')

/** The session's secret in a `Cookie` header, or null. */
export const readSessionCookie = (header: string | undefined): string | null => {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${NAME}=`))
  const secret = pair?.slice(NAME.length + 1)
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : null
}
