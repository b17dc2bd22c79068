import type { memberRoutes } from '@cairn/contract'
import type { Invitation } from '@cairn/workspace'
import { openSession, passwordMatches, takeAttempt } from '../account.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, randomSecret } from '../session-cookie.ts'
import { DONE } from './done.ts'

const INVITATION_DAYS = 7
const DAY = 24 * 3600_000

const shown = ({ id, email, role, createdAt, expiresAt }: Invitation) => ({
  id,
  email,
  role,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})

const linkInvalid = () =>
  new Refusal(403, 'invitation_invalid', 'This invitation was used, withdrawn or has expired. Ask for a new one.')

export const memberHandlers: Pick<Handlers, keyof typeof memberRoutes> = {
  async members({ store }, { input }, { user }) {
    const members = await store.members.list(input.workspace)
    return { members: members.map((member) => ({ ...member, you: member.userId === user.id })) }
  },

  async changeMember({ store }, { input }, { user }) {
    await store.members.change(input.workspace, { actor: user.id, userId: input.user, role: input.role })
    return DONE
  },

  async invitations({ store }, { input }) {
    return { invitations: (await store.members.invitations(input.workspace)).map(shown) }
  },

  async invite({ store, clock }, { input, origin }, { user }) {
    const code = randomSecret()
    const expiresAt = new Date(clock.now().getTime() + INVITATION_DAYS * DAY)
    const offer = { actor: user.id, email: input.email.toLowerCase(), role: input.role }
    const made = await store.members.invite(input.workspace, { ...offer, codeHash: hashSecret(code), expiresAt })
    // Behind `#`, so that no server or proxy on the way logs it.
    return { invitation: shown(made), link: `${origin}/join#${code}` }
  },

  async withdrawInvitation({ store }, { input }) {
    if (await store.members.withdraw(input.workspace, input.invitation)) return DONE
    throw new Refusal(404, 'unknown_invitation', 'That invitation is gone already.')
  },

  async openInvitation({ store, attempts }, { input, address }) {
    takeAttempt(attempts.setup, address)
    const found = await store.members.open(hashSecret(input.code))
    if (found === null) throw linkInvalid()
    const account = (await store.accounts.userByEmail(found.email)) !== null
    return { workspace: found.workspace, email: found.email, role: found.role, account }
  },

  async acceptInvitation(world, call) {
    const { store, attempts, passwords } = world
    takeAttempt(attempts.setup, call.address)
    const { code, name, password } = call.input
    const found = await store.members.open(hashSecret(code))
    if (found === null) throw linkInvalid()
    const known = await store.accounts.userByEmail(found.email)
    if (known !== null) {
      takeAttempt(attempts.account, found.email)
      if (!(await passwordMatches(world, password, known))) {
        throw new Refusal(401, 'sign_in_failed', `The password of ${found.email} is another one.`)
      }
    }
    if (known === null && name === undefined) throw new Refusal(400, 'name_missing', 'name: Say what you are called.')
    const newcomer = known === null ? { name: name ?? '', passwordHash: await passwords.hash(password) } : null
    const user = await store.members.accept(hashSecret(code), newcomer)
    if (user === null) throw linkInvalid()
    await openSession(world, call, user)
    return { workspace: found.workspaceId }
  },
}
