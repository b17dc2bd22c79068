import { roles, type memberRoutes, type Role } from '@cairn/contract'
import { done, type EditorWorld, type Handlers, type Insider } from '../editor-world.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, randomSecret } from '../session-cookie.ts'

const week = 7 * 24 * 3600 * 1000

export const memberHandlers: Pick<Handlers, keyof typeof memberRoutes> = {
  async members({ store }, { input }) {
    const [members, invitations] = await Promise.all([
      store.members.list(input.workspace),
      store.members.invitations(input.workspace),
    ])
    return {
      members,
      invitations: invitations.map(({ id, email, role, expiresAt }) => ({
        id,
        email,
        role,
        expiresAt: expiresAt.toISOString(),
      })),
    }
  },

  async invite({ store, clock }, { input, origin }, asker) {
    refuseAbove(asker, input.role)
    const code = randomSecret()
    const expiresAt = new Date(clock.now().getTime() + week)
    await store.members.invite({
      workspaceId: input.workspace,
      email: input.email.toLowerCase(),
      role: input.role,
      codeHash: hashSecret(code),
      invitedBy: asker.user.id,
      expiresAt,
    })
    return { url: `${origin}/join#${code}`, expiresAt: expiresAt.toISOString() }
  },

  async withdrawInvitation({ store }, { input }) {
    if (await store.members.withdraw(input.workspace, input.id)) return done
    throw new Refusal(404, 'unknown_invitation', 'That invitation was accepted or withdrawn already.')
  },

  async changeRole(world, { input }, asker) {
    await refuseTouching(world, input, asker)
    refuseAbove(asker, input.role)
    if (await world.store.members.setRole(input.workspace, input.member, input.role)) return done
    throw lastOwner()
  },

  async removeMember(world, { input }, asker) {
    await refuseTouching(world, input, asker)
    if (await world.store.members.remove(input.workspace, input.member)) return done
    throw lastOwner()
  },
}

const rank = (role: Role): number => roles.indexOf(role)

const refuseAbove = ({ role }: Insider, wanted: Role): void => {
  if (rank(wanted) <= rank(role)) return
  throw new Refusal(403, 'role_too_high', `You are ${role} here: you can not give the role ${wanted}.`)
}

/** Nobody changes themselves, nor who is above them. */
const refuseTouching = async (
  { store }: EditorWorld,
  { workspace, member }: { workspace: number; member: string },
  asker: Insider,
): Promise<void> => {
  if (member === asker.user.id) {
    throw new Refusal(403, 'own_role', 'Nobody changes their own role. Ask another owner or admin.')
  }
  const role = await store.members.roleOf(workspace, member)
  if (role === null) throw new Refusal(404, 'unknown_member', 'That person is not a member of this workspace.')
  if (rank(role) > rank(asker.role)) {
    throw new Refusal(403, 'role_too_high', `You are ${asker.role} here: you can not change who is ${role}.`)
  }
}

const lastOwner = () => new Refusal(409, 'last_owner', 'A workspace needs an owner. Make somebody else owner first.')
