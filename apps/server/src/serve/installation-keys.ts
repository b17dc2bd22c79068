import { createHash, hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import type { TokenKey, TokenKeys } from '@cairn/auth'
import { readSecret } from './secret-file.ts'

export interface InstallationKeys {
  /** What sealed records are opened with. */
  installation: Uint8Array
  /** What tokens of users' tables are made with. */
  tokens: TokenKeys
}

/** The keys of an installation, all derived from the one secret in its data directory. */
export async function readInstallationKeys(dataDirectory: string): Promise<InstallationKeys> {
  const installation = await readSecret(join(dataDirectory, 'secret'))
  const current = tokenKey(installation)
  return { installation, tokens: { current, accepted: [current] } }
}

function tokenKey(installation: Uint8Array): TokenKey {
  const secret = new Uint8Array(hkdfSync('sha256', installation, '', 'cairn tokens', 32))
  return { id: createHash('sha256').update(secret).digest('base64url').slice(0, 8), secret }
}
