import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { SessionModel, UserModel } from './prisma/models.ts'
import type { Records } from './records.ts'
import type { AccountStore, Session, StoreOptions, User } from './types.ts'

/** How far `lastSeenAt` may lag, so that a session in use costs no write per request. */
const SEEN_EVERY_MS = 60_000

/** People, their sessions and the set-up link. */
export const createAccountStore = (records: Records, pool: Pool, clock: StoreOptions['clock']): AccountStore => ({
  ...setupCodes(records, pool, clock),
  ...users(records),
  ...sessions(records, clock),
})

const bytes = (value: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(value)

type SetupCodes = Pick<AccountStore, 'hasOwner' | 'saveSetupCode' | 'isSetupCodeOpen' | 'redeemSetupCode'>

const setupCodes = (records: Records, pool: Pool, clock: StoreOptions['clock']): SetupCodes => ({
  /** Asked at every start, so with plain SQL: a process that only serves never loads Prisma. */
  async hasOwner() {
    const { rowCount } = await pool.query('SELECT 1 FROM cairn."user" LIMIT 1')
    return rowCount === 1
  },
  /** At every start until there is an owner, so with plain SQL too. */
  async saveSetupCode(codeHash, expiresAt) {
    await pool.query(
      `WITH unused AS (DELETE FROM cairn.setup_code WHERE used_at IS NULL AND code_hash <> $1)
       INSERT INTO cairn.setup_code (code_hash, created_at, expires_at) VALUES ($1, $2, $3)`,
      [Buffer.from(codeHash), clock.now(), expiresAt],
    )
  },
  async isSetupCodeOpen(codeHash) {
    const { setupCode } = await records.client()
    const where = { codeHash: bytes(codeHash), usedAt: null, expiresAt: { gt: clock.now() } }
    return (await setupCode.count({ where })) > 0
  },
  redeemSetupCode: (codeHash, owner) =>
    records.transaction(async (tx) => {
      const now = clock.now()
      const where = { codeHash: bytes(codeHash), usedAt: null, expiresAt: { gt: now } }
      const used = await tx.setupCode.updateMany({ where, data: { usedAt: now } })
      if (used.count === 0 || (await tx.user.count()) > 0) return null
      const user = await tx.user.create({ data: { ...owner, id: randomUUID(), createdAt: now } })
      const workspaces = await tx.workspace.findMany({ select: { id: true } })
      await tx.member.createMany({
        data: workspaces.map(({ id }) => ({ workspaceId: id, userId: user.id, role: 'owner' as const })),
      })
      return toUser(user)
    }),
})

const users = (records: Records): Pick<AccountStore, 'userByEmail' | 'changePassword'> => ({
  async userByEmail(email) {
    const { user } = await records.client()
    const row = await user.findUnique({ where: { email } })
    return row === null ? null : toUser(row)
  },
  changePassword: (userId, passwordHash) =>
    records.transaction(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { passwordHash, epoch: { increment: 1 } } })
      await tx.session.deleteMany({ where: { userId } })
      await tx.accessToken.deleteMany({ where: { userId } })
    }),
})

type Sessions = Pick<AccountStore, 'createSession' | 'sessionByToken' | 'listSessions' | 'revokeSession'>

const sessions = (records: Records, clock: StoreOptions['clock']): Sessions => ({
  createSession: ({ tokenHash, ...session }) =>
    records.transaction(async (tx) => {
      const now = clock.now()
      await tx.session.deleteMany({ where: { expiresAt: { lte: now } } })
      const { epoch } = await tx.user.findUniqueOrThrow({ where: { id: session.userId } })
      const data = { ...session, id: randomUUID(), tokenHash: bytes(tokenHash), epoch, createdAt: now, lastSeenAt: now }
      return toSession(await tx.session.create({ data }))
    }),
  async sessionByToken(tokenHash) {
    const client = await records.client()
    const now = clock.now()
    const row = await client.session.findUnique({ where: { tokenHash: bytes(tokenHash) }, include: { user: true } })
    if (row === null || row.expiresAt <= now || row.epoch !== row.user.epoch) return null
    if (now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      await client.session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } })
    }
    return { session: toSession(row), user: toUser(row.user) }
  },
  async listSessions(userId) {
    const { session } = await records.client()
    const where = { userId, expiresAt: { gt: clock.now() } }
    return (await session.findMany({ where, orderBy: { lastSeenAt: 'desc' } })).map(toSession)
  },
  async revokeSession(userId, sessionId) {
    const { session } = await records.client()
    return (await session.deleteMany({ where: { id: sessionId, userId } })).count > 0
  },
})

const toUser = ({ id, email, name, passwordHash, epoch }: UserModel): User => ({ id, email, name, passwordHash, epoch })

const toSession = ({ id, userId, userAgent, createdAt, lastSeenAt, expiresAt }: SessionModel): Session => ({
  id,
  userId,
  userAgent,
  createdAt,
  lastSeenAt,
  expiresAt,
})
