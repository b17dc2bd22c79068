import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Records, Transaction } from './records.ts'
import type { Invitation, MemberStore, Role, StoreOptions, User } from './types.ts'

type Invitations = Pick<
  MemberStore,
  'invitations' | 'invite' | 'withdraw' | 'invitationByCode' | 'acceptAsNew' | 'acceptAs'
>

/** Memberships and invitations. */
export const createMemberStore = (records: Records, pool: Pool, clock: StoreOptions['clock']): MemberStore => ({
  ...memberships(records, pool),
  ...invitations(records, clock),
})

const memberships = (records: Records, pool: Pool): Omit<MemberStore, keyof Invitations> => ({
  /** Asked with every call of the editor. */
  async roleOf(workspaceId, userId) {
    const sql = 'SELECT role FROM cairn.member WHERE workspace_id = $1 AND user_id = $2'
    const { rows } = await pool.query<{ role: Role }>(sql, [workspaceId, userId])
    return rows[0]?.role ?? null
  },
  async rolesOf(userId) {
    const sql = 'SELECT workspace_id AS id, role FROM cairn.member WHERE user_id = $1'
    const { rows } = await pool.query<{ id: number; role: Role }>(sql, [userId])
    return new Map(rows.map(({ id, role }) => [id, role]))
  },
  async list(workspaceId) {
    const { member } = await records.client()
    const rows = await member.findMany({ where: { workspaceId }, include: { user: true } })
    const people = rows.map(({ role, user: { id, email, name } }) => ({ id, email, name, role }))
    return people.toSorted((a, b) => a.name.localeCompare(b.name))
  },
  setRole: (workspaceId, userId, role) =>
    records.transaction(async (tx) => {
      if (role !== 'owner' && (await isLastOwner(tx, workspaceId, userId))) return false
      return (await tx.member.updateMany({ where: { workspaceId, userId }, data: { role } })).count > 0
    }),
  remove: (workspaceId, userId) =>
    records.transaction(async (tx) => {
      if (await isLastOwner(tx, workspaceId, userId)) return false
      return (await tx.member.deleteMany({ where: { workspaceId, userId } })).count > 0
    }),
})

/** A workspace nobody owns could never be managed again. Locks it: of two owners who leave at once one stays. */
const isLastOwner = async (tx: Transaction, workspaceId: number, userId: string): Promise<boolean> => {
  await tx.$executeRaw`SELECT 1 FROM cairn.workspace WHERE id = ${workspaceId} FOR UPDATE`
  const owners = await tx.member.findMany({ where: { workspaceId, role: 'owner' }, select: { userId: true } })
  return owners.length === 1 && owners[0]?.userId === userId
}

const invitations = (records: Records, clock: StoreOptions['clock']): Invitations => {
  const open = async (tx: Pick<Transaction, 'invitation'>, codeHash: Uint8Array): Promise<Invitation | null> => {
    const row = await tx.invitation.findUnique({ where: { codeHash: bytes(codeHash) }, include: { workspace: true } })
    return row === null || row.expiresAt <= clock.now() ? null : { ...row, workspace: row.workspace.name }
  }
  /** Deleting the row decides: of two who redeem at once one finds it gone. */
  const redeem = async (tx: Transaction, { id }: Invitation): Promise<boolean> =>
    (await tx.invitation.deleteMany({ where: { id } })).count === 1
  const join = async (tx: Transaction, { workspaceId, role }: Invitation, userId: string): Promise<void> => {
    const key = { workspaceId_userId: { workspaceId, userId } }
    // An invitation never takes a role away from who is a member by now.
    await tx.member.upsert({ where: key, create: { workspaceId, userId, role }, update: {} })
  }
  return {
    async invitations(workspaceId) {
      const { invitation } = await records.client()
      const where = { workspaceId, expiresAt: { gt: clock.now() } }
      const rows = await invitation.findMany({ where, include: { workspace: true }, orderBy: { email: 'asc' } })
      return rows.map((row) => ({ ...row, workspace: row.workspace.name }))
    },
    invite: ({ workspaceId, email, codeHash, ...rest }) =>
      records.transaction(async (tx) => {
        await tx.invitation.deleteMany({ where: { workspaceId, email } })
        const made = { id: randomUUID(), workspaceId, email, codeHash: bytes(codeHash), createdAt: clock.now() }
        await tx.invitation.create({ data: { ...made, ...rest } })
      }),
    async withdraw(workspaceId, id) {
      const { invitation } = await records.client()
      return (await invitation.deleteMany({ where: { workspaceId, id } })).count > 0
    },
    invitationByCode: async (codeHash) => open(await records.client(), codeHash),
    acceptAsNew: (codeHash, { name, passwordHash }) =>
      records.transaction(async (tx): Promise<User | null> => {
        const invitation = await open(tx, codeHash)
        if (invitation === null || (await tx.user.count({ where: { email: invitation.email } })) > 0) return null
        if (!(await redeem(tx, invitation))) return null
        const data = { id: randomUUID(), email: invitation.email, name, passwordHash, createdAt: clock.now() }
        const { id, email, epoch } = await tx.user.create({ data })
        await join(tx, invitation, id)
        return { id, email, name, passwordHash, epoch }
      }),
    acceptAs: (codeHash, { id, email }) =>
      records.transaction(async (tx) => {
        const invitation = await open(tx, codeHash)
        if (invitation === null || invitation.email !== email || !(await redeem(tx, invitation))) return false
        await join(tx, invitation, id)
        return true
      }),
  }
}

const bytes = (value: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(value)
