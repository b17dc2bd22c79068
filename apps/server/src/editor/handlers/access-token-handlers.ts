import { roles, type accessTokenRoutes, type Role } from '@cairn/contract'
import type { AccessToken } from '@cairn/workspace'
import { roleTooLow } from '../demand-role.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, randomSecret } from '../session-cookie.ts'
import { DONE } from './done.ts'

const DAY = 24 * 3600_000

const shown = ({ id, name, role, userId, createdAt, expiresAt, lastUsedAt }: AccessToken, user: { id: string }) => ({
  id,
  name,
  role,
  yours: userId === user.id,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})

const seesAll = (role: Role): boolean => roles.indexOf(role) >= roles.indexOf('admin')

export const accessTokenHandlers: Pick<Handlers, keyof typeof accessTokenRoutes> = {
  async accessTokens({ store }, { input, role }, { user }) {
    const all = await store.accessTokens.list(input.workspace)
    const tokens = seesAll(role) ? all : all.filter(({ userId }) => userId === user.id)
    return { tokens: tokens.map((token) => shown(token, user)) }
  },

  async createAccessToken({ store, clock }, { input, role }, { user }) {
    if (roles.indexOf(input.role) > roles.indexOf(role)) throw roleTooLow(role, input.role)
    const secret = randomSecret()
    const expiresAt = input.days === null ? null : new Date(clock.now().getTime() + input.days * DAY)
    const asked = { userId: user.id, name: input.name, role: input.role, expiresAt }
    const token = await store.accessTokens.create(input.workspace, { ...asked, tokenHash: hashSecret(secret) })
    return { token: shown(token, user), secret }
  },

  async revokeAccessToken({ store }, { input, role }, { user }) {
    if (await store.accessTokens.revoke(input.workspace, input.token, seesAll(role) ? null : user.id)) return DONE
    throw new Refusal(404, 'unknown_token', 'There is no such token among yours.')
  },
}
