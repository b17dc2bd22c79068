import type { Contract, InputOf, OutputOf, RouteName } from '@cairn/contract'
import type { Session, User, WorkspaceStore } from '@cairn/workspace'
import type { Attempts } from './attempts.ts'
import { Refusal } from './refusal.ts'
import { hashSecret, randomSecret, SESSION_SECONDS } from './session-cookie.ts'

/** Makes and checks password hashes: a memory-hard hash, compared in constant time. */
export interface Passwords {
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
}

/** What handlers work with. */
export interface EditorWorld {
  store: WorkspaceStore
  passwords: Passwords
  clock: { now(): Date }
  /** Hash of a password nobody has: checking it costs an unknown e-mail as much time as a known one. */
  decoy: string
  attempts: { account: Attempts; address: Attempts; setup: Attempts }
}

/** One request, after its permission and input were checked. */
export interface Call<Name extends RouteName> {
  input: InputOf<Contract[Name]>
  address: string
  userAgent: string
  /** `http://host` the browser sees. */
  origin: string
  /** Sends a session cookie; an empty secret clears it. */
  setCookie(secret: string): void
}

export type SignedIn = { session: Session; user: User }

/** A handler of a session route gets who is signed in; the others get null. */
export type Handlers = {
  [Name in RouteName]: (
    world: EditorWorld,
    call: Call<Name>,
    signedIn: Contract[Name]['permission'] extends 'session' ? SignedIn : SignedIn | null,
  ) => Promise<OutputOf<Contract[Name]>>
}

const DONE = { done: true } as const

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

export const handlers: Handlers = {
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
    return DONE
  },

  session: async (_world, _call, { user }) => ({ user: person(user) }),

  async changePassword(world, call, { user }) {
    limit(world.attempts.account, user.email)
    if (!(await passwordMatches(world, call.input.current, user))) {
      throw new Refusal(403, 'password_wrong', 'The current password is wrong.')
    }
    await world.store.accounts.changePassword(user.id, await world.passwords.hash(call.input.password))
    call.setCookie('')
    return DONE
  },

  async workspaces({ store }, { origin }, { user }) {
    const workspaces = await store.listWorkspaces({ member: user.id })
    const withUrl = <Group extends { canonical: string }>(group: Group) => ({
      ...group,
      url: `${origin}/api:${group.canonical}`,
    })
    return { workspaces: workspaces.map((workspace) => ({ ...workspace, groups: workspace.groups.map(withUrl) })) }
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
    if (await store.accounts.revokeSession(user.id, call.input.id)) return DONE
    throw new Refusal(404, 'unknown_session', 'That session has ended already.')
  },
}
