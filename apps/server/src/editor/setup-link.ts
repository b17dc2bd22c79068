import type { WorkspaceStore } from '@cairn/workspace'
import { hashSecret, randomSecret } from './session-cookie.ts'

const LINK_HOURS = 24

/**
 * The one-time link that makes the owner, to be printed at start; null once there is an owner. A new link ends the one
 * before it. The code stands behind `#`, so that no server or proxy on the way logs it.
 */
export const createSetupLink = async (
  { accounts }: Pick<WorkspaceStore, 'accounts'>,
  publicUrl: string,
  clock: { now(): Date },
): Promise<string | null> => {
  if (await accounts.hasOwner()) return null
  const code = randomSecret()
  await accounts.saveSetupCode(hashSecret(code), new Date(clock.now().getTime() + LINK_HOURS * 3600_000))
  return `${publicUrl}/setup#${code}`
}
