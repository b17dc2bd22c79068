import type { RouteName, accessRoutes } from '@cairn/contract'
import type { User } from '@cairn/workspace'
import type { Attempts } from '../attempts.ts'
import { done, type Call, type EditorWorld, type Handlers } from '../editor-world.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, randomSecret, SESSION_SECONDS } from '../session-cookie.ts'

const person = ({ id, email, name }: User) => ({ id, email, name })

const limit = (attempts: Attempts, key: string): void => {
  const seconds = attempts.take(key)
  if (seconds === 0) return
  const message = `Too many attempts. Try again in ${seconds} seconds.`
  throw new Refusal(429, 'too_many_attempts', message, { 'retry-after': String(seconds) })
}

const openSession = async ({ store, clock }: EditorWorld, call: Call<RouteName>, user: User): Promise<void> => {
  const secret = randomSecret()
  const expiresAt = new Date(clock.now().getTime() + SESSION_SECONDS * 1000)
  const userAgent = call.userAgent.slice(0, 300)
  await store.accounts.createSession({ tokenHash: hashSecret(secret), userId: user.id, userAgent, expiresAt })
  call.setCookie(secret)
}

const passwordMatches = async (world: EditorWorld, password: string, user: User | null): Promise<boolean> => {
  const matches = await world.passwords.verify(password, user?.passwordHash ?? world.decoy)
  return matches && user !== null
}

export const accessHandlers: Pick<Handlers, keyof typeof accessRoutes> = {
  setupState: async ({ store }) => ({ open: !(await store.accounts.hasOwner()) }),

  async setup(world, call) {
    limit(world.attempts.setup, call.address)
    const { code, email, name, password } = call.input
    const codeHash = hashSecret(code)
    const closed = () =>
      new Refusal(403, 'setup_link_invalid', 'This set-up link was used or has expired. Restart Cairn for a new one.')
    if (!(await world.store.accounts.isSetupCodeOpen(codeHash))) throw closed()
    const passwordHash = await world.passwords.hash(password)
    const user = await world.store.accounts.redeemSetupCode(codeHash, {
      email: email.toLowerCase(),
      name,
      passwordHash,
    })
    if (user === null) throw closed()
    await openSession(world, call, user)
    return { user: person(user) }
  },

  async signIn(world, call) {
    const email = call.input.email.toLowerCase()
    limit(world.attempts.address, call.address)
    limit(world.attempts.account, email)
    const user = await world.store.accounts.userByEmail(email)
    const matches = await passwordMatches(world, call.input.password, user)
    if (!matches || user === null) throw new Refusal(401, 'sign_in_failed', 'E-mail or password is wrong.')
    world.attempts.account.forget(email)
    await openSession(world, call, user)
    return { user: person(user) }
  },

  async signOut({ store }, call, { session, user }) {
    await store.accounts.revokeSession(user.id, session.id)
    call.setCookie('')
    return done
  },

  session: async (_world, _call, { user }) => ({ user: person(user) }),

  async changePassword(world, call, { user }) {
    limit(world.attempts.account, user.email)
    if (!(await passwordMatches(world, call.input.current, user))) {
      throw new Refusal(403, 'password_wrong', 'The current password is wrong.')
    }
    await world.store.accounts.changePassword(user.id, await world.passwords.hash(call.input.password))
    call.setCookie('')
    return done
  },

  async sessions({ store }, _call, { session: current, user }) {
    const sessions = await store.accounts.listSessions(user.id)
    return {
      sessions: sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
        id,
        current: id === current.id,
        userAgent,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    }
  },

  async revokeSession({ store }, call, { user }) {
    if (await store.accounts.revokeSession(user.id, call.input.id)) return done
    throw new Refusal(404, 'unknown_session', 'That session has ended already.')
  },

  async invitation(world, call) {
    limit(world.attempts.setup, call.address)
    const found = await world.store.members.invitationByCode(hashSecret(call.input.code))
    if (found === null) throw closedInvitation()
    const known = (await world.store.accounts.userByEmail(found.email)) !== null
    return { workspace: found.workspace, email: found.email, known }
  },

  async acceptInvitation(world, call) {
    limit(world.attempts.setup, call.address)
    const { code, name, password } = call.input
    const codeHash = hashSecret(code)
    if ((await world.store.members.invitationByCode(codeHash)) === null) throw closedInvitation()
    const passwordHash = await world.passwords.hash(password)
    const user = await world.store.members.acceptAsNew(codeHash, { name, passwordHash })
    if (user === null) throw closedInvitation()
    await openSession(world, call, user)
    return { user: person(user) }
  },

  async joinWorkspace(world, call, { user }) {
    limit(world.attempts.setup, call.address)
    if (await world.store.members.acceptAs(hashSecret(call.input.code), user)) return done
    throw closedInvitation()
  },
}

const closedInvitation = () =>
  new Refusal(
    403,
    'invitation_invalid',
    'This invitation was used, withdrawn or has expired, or is for another e-mail. Ask for a new one.',
  )
