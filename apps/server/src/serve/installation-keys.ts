import { createHash, hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import type { TokenKey, TokenKeys } from '@cairn/auth'
import { readSecret } from './secret-file.ts'

export interface InstallationKeys {
  /** What sealed records are opened with. */
  installation: Uint8Array
  /** What tokens of users' tables are made with. */
  tokens: TokenKeys
  /** What URLs of private files are signed with. */
  files: Uint8Array
}

/** The keys of an installation, all derived from the one secret in its data directory. */
export async function readInstallationKeys(dataDirectory: string): Promise<InstallationKeys> {
  const installation = await readSecret(join(dataDirectory, 'secret'))
  const current = tokenKey(installation)
  return { installation, tokens: { current, accepted: [current] }, files: derive(installation, 'cairn files') }
}

function tokenKey(installation: Uint8Array): TokenKey {
  const secret = derive(installation, 'cairn tokens')
  return { id: createHash('sha256').update(secret).digest('base64url').slice(0, 8), secret }
}

function derive(installation: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', installation, '', purpose, 32))
}
