import { randomUUID } from 'node:crypto'
import type { AccessToken, AccessTokenStore } from './member-types.ts'
import type { AccessTokenModel } from './prisma/models.ts'
import type { Records } from './records.ts'
import type { StoreOptions } from './types.ts'

/** How far `lastUsedAt` may lag, so that a token in use costs no write per request. */
const USED_EVERY_MS = 60_000

export const createAccessTokenStore = (records: Records, clock: StoreOptions['clock']): AccessTokenStore => ({
  async create(workspaceId, { tokenHash, ...token }) {
    const { accessToken } = await records.client()
    const data = {
      ...token,
      id: randomUUID(),
      workspaceId,
      tokenHash: new Uint8Array(tokenHash),
      createdAt: clock.now(),
    }
    return toToken(await accessToken.create({ data }))
  },
  async list(workspaceId) {
    const { accessToken } = await records.client()
    return (await accessToken.findMany({ where: { workspaceId }, orderBy: { createdAt: 'desc' } })).map(toToken)
  },
  async revoke(workspaceId, id, owner) {
    const { accessToken } = await records.client()
    const where = { id, workspaceId, ...(owner === null ? {} : { userId: owner }) }
    return (await accessToken.deleteMany({ where })).count > 0
  },
  async find(tokenHash) {
    const { accessToken } = await records.client()
    const now = clock.now()
    const row = await accessToken.findUnique({
      where: { tokenHash: new Uint8Array(tokenHash) },
      include: { user: true },
    })
    if (row === null || (row.expiresAt !== null && row.expiresAt <= now)) return null
    if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
      await accessToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
    }
    const { id, email, name, passwordHash, epoch } = row.user
    return { workspaceId: row.workspaceId, role: row.role, user: { id, email, name, passwordHash, epoch } }
  },
})

const toToken = ({ id, userId, name, role, createdAt, expiresAt, lastUsedAt }: AccessTokenModel): AccessToken => ({
  id,
  userId,
  name,
  role,
  createdAt,
  expiresAt,
  lastUsedAt,
})
