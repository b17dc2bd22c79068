import type { OutputOf, runRoutes } from '@cairn/contract'
import type { TokenClaims } from '@cairn/auth'
import type { Value } from '@cairn/statements'
import { shownValue } from '../handlers/shown-value.ts'

type Claims = OutputOf<(typeof runRoutes)['decodeToken']>

const MOST_EXTRAS = 20_000

const time = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** What a token says, as the panel shows it. */
export function tellClaims({ table, id, datasource, issuedAt, expiresAt, extras, debugger: own }: TokenClaims): Claims {
  return {
    table,
    id,
    datasource,
    issuedAt: time(issuedAt),
    expiresAt: expiresAt === null ? null : time(expiresAt),
    expired: expiresAt !== null && Date.now() >= expiresAt * 1000,
    extras: shownValue(extras as Value, MOST_EXTRAS) as Claims['extras'],
    debugger: own,
  }
}
