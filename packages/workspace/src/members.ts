import { randomUUID } from 'node:crypto'
import type { MemberStore } from './member-types.ts'
import type { InvitationModel } from './prisma/models.ts'
import { rank } from './rank.ts'
import type { Records, Transaction } from './records.ts'
import type { Role, StoreOptions, User } from './types.ts'
import { WorkspaceError } from './workspace-error.ts'

type Clock = StoreOptions['clock']

/** Members of workspaces and the invitations that make them. */
export const createMemberStore = (records: Records, clock: Clock): MemberStore => ({
  async roleOf(workspaceId, userId) {
    const { member } = await records.client()
    return (await member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } }))?.role ?? null
  },
  async list(workspaceId) {
    const { member } = await records.client()
    const rows = await member.findMany({ where: { workspaceId }, include: { user: true }, orderBy: { userId: 'asc' } })
    return rows.map(({ userId, role, user }) => ({ userId, role, email: user.email, name: user.name }))
  },
  change: (workspaceId, { actor, userId, role }) =>
    records.transaction(async (tx) => {
      await lockMembers(tx, workspaceId)
      const current = await tx.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
      if (current === null) throw unknownMember(userId)
      const own = await roleIn(tx, workspaceId, actor)
      const highest = Math.max(rank(current.role), role === null ? 0 : rank(role))
      if (actor === userId || own === null || rank(own) < highest) throw roleTooLow()
      if (current.role === 'owner' && role !== 'owner') await refuseLastOwner(tx, workspaceId)
      const where = { workspaceId_userId: { workspaceId, userId } }
      if (role === null) await tx.member.delete({ where })
      else await tx.member.update({ where, data: { role } })
    }),
  ...invitations(records, clock),
})

const invitations = (
  records: Records,
  clock: Clock,
): Pick<MemberStore, 'invite' | 'invitations' | 'withdraw' | 'open' | 'accept'> => ({
  invite: (workspaceId, { actor, email, role, codeHash, expiresAt }) =>
    records.transaction(async (tx) => {
      await lockMembers(tx, workspaceId)
      const own = await roleIn(tx, workspaceId, actor)
      if (own === null || rank(own) < rank(role)) throw roleTooLow()
      if ((await tx.member.count({ where: { workspaceId, user: { email } } })) > 0) throw alreadyMember(email)
      await tx.invitation.deleteMany({ where: { workspaceId, email, usedAt: null } })
      const data = { id: randomUUID(), workspaceId, email, role, codeHash: new Uint8Array(codeHash) }
      return toInvitation(await tx.invitation.create({ data: { ...data, createdAt: clock.now(), expiresAt } }))
    }),
  async invitations(workspaceId) {
    const { invitation } = await records.client()
    const where = { workspaceId, ...usable(clock) }
    return (await invitation.findMany({ where, orderBy: { createdAt: 'desc' } })).map(toInvitation)
  },
  async withdraw(workspaceId, id) {
    const { invitation } = await records.client()
    return (await invitation.deleteMany({ where: { id, workspaceId, usedAt: null } })).count > 0
  },
  async open(codeHash) {
    const { invitation } = await records.client()
    const where = { codeHash: new Uint8Array(codeHash), ...usable(clock) }
    const row = await invitation.findFirst({ where, include: { workspace: true } })
    if (row === null) return null
    return { ...toInvitation(row), workspaceId: row.workspaceId, workspace: row.workspace.name }
  },
  accept: (codeHash, newcomer) =>
    records.transaction(async (tx) => {
      const where = { codeHash: new Uint8Array(codeHash), ...usable(clock) }
      const found = await tx.invitation.findFirst({ where })
      if (found === null) return null
      const known = await tx.user.findUnique({ where: { email: found.email } })
      if ((known === null) === (newcomer === null)) return null
      // Of two at once the second waits here and then finds it used.
      if ((await tx.invitation.updateMany({ where, data: { usedAt: clock.now() } })).count === 0) return null
      const user = known ?? (await createUser(tx, found.email, newcomer, clock))
      const data = [{ workspaceId: found.workspaceId, userId: user.id, role: found.role }]
      await tx.member.createMany({ data, skipDuplicates: true })
      return user
    }),
})

const usable = (clock: Clock) => ({ usedAt: null, expiresAt: { gt: clock.now() } })

const createUser = (
  tx: Transaction,
  email: string,
  newcomer: { name: string; passwordHash: string } | null,
  clock: Clock,
): Promise<User> => {
  if (newcomer === null) throw new Error('An account needs a name and a password.')
  return tx.user.create({ data: { ...newcomer, id: randomUUID(), email, createdAt: clock.now() } })
}

/** One change of members at a time, so that two owners can not remove each other at once. */
const lockMembers = async (tx: Transaction, workspaceId: number): Promise<void> => {
  await tx.$executeRaw`SELECT 1 FROM cairn.workspace WHERE id = ${workspaceId} FOR UPDATE`
}

const roleIn = async (tx: Transaction, workspaceId: number, userId: string): Promise<Role | null> =>
  (await tx.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } }))?.role ?? null

const refuseLastOwner = async (tx: Transaction, workspaceId: number): Promise<void> => {
  if ((await tx.member.count({ where: { workspaceId, role: 'owner' } })) > 1) return
  const message = 'A workspace keeps at least one owner. Make somebody else an owner first.'
  throw new WorkspaceError('last_owner', { at: `workspace ${workspaceId}`, message })
}

const toInvitation = ({ id, email, role, createdAt, expiresAt }: InvitationModel) => ({
  id,
  email,
  role,
  createdAt,
  expiresAt,
})

const roleTooLow = (): WorkspaceError =>
  new WorkspaceError('role_too_low', {
    at: 'role',
    message: 'Nobody changes their own role, nor gives or takes one above it. Ask an owner.',
  })

const unknownMember = (userId: string): WorkspaceError =>
  new WorkspaceError('unknown_member', { at: userId, message: 'They are no member of this workspace any more.' })

const alreadyMember = (email: string): WorkspaceError =>
  new WorkspaceError('already_member', {
    at: email,
    message: `${email} is a member already. Change their role instead.`,
  })
