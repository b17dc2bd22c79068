import type { Contract, InputOf, OutputOf, Role, RouteName } from '@cairn/contract'
import type { User, WorkspaceStore } from '@cairn/workspace'
import type { Attempts } from './attempts.ts'
import { openSession, passwordMatches, takeAttempt } from './account.ts'
import { baseUrl } from './base-url.ts'
import type { Caller } from './find-caller.ts'
import { accessHandlers } from './handlers/access-handlers.ts'
import { accessTokenHandlers } from './handlers/access-token-handlers.ts'
import { documentationHandlers } from './handlers/documentation-handlers.ts'
import { DONE } from './handlers/done.ts'
import { endpointHandlers } from './handlers/endpoint-handlers.ts'
import { folderHandlers } from './handlers/folder-handlers.ts'
import { memberHandlers } from './handlers/member-handlers.ts'
import { objectLifeHandlers } from './handlers/object-life-handlers.ts'
import { overviewHandlers } from './handlers/overview-handlers.ts'
import { renameHandlers } from './handlers/rename-handlers.ts'
import { replayHandlers } from './handlers/replay-handlers.ts'
import { requestHandlers } from './handlers/request-handlers.ts'
import { rowFileHandlers } from './handlers/row-file-handlers.ts'
import { rowHandlers } from './handlers/row-handlers.ts'
import { runHandlers } from './handlers/run-handlers.ts'
import { schemaHandlers } from './handlers/schema-handlers.ts'
import { scopeHandlers } from './handlers/scope-handlers.ts'
import { settingHandlers } from './handlers/setting-handlers.ts'
import { workspaceLifeHandlers } from './handlers/workspace-life-handlers.ts'
import { testHandlers } from './handlers/test-handlers.ts'
import { taskHandlers } from './handlers/task-handlers.ts'
import { Refusal } from './refusal.ts'
import type { Debug } from './run/debug-call.ts'
import type { DebugRun } from './run/debug-run.ts'
import type { FinishedRuns } from './run/finished-runs.ts'
import type { RunSessions } from './run/run-sessions.ts'
import type { EditorServing } from './serving.ts'
import { hashSecret } from './session-cookie.ts'
import { workspaceHandlers } from './workspace-handlers.ts'

/** Makes and checks password hashes: a memory-hard hash, compared in constant time. */
export interface Passwords {
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
}

/** What handlers work with. */
export interface EditorWorld {
  store: WorkspaceStore
  /** The workspaces this process serves. */
  serving: EditorServing
  passwords: Passwords
  clock: { now(): Date }
  /** Hash of a password nobody has: checking it costs an unknown e-mail as much time as a known one. */
  decoy: string
  /** Told of errors that are ours. */
  onError: (error: unknown) => void
  attempts: { account: Attempts; address: Attempts; setup: Attempts; documentation: Attempts }
  /** Runs of the debugger that stand still in this process. */
  runs: RunSessions<DebugRun>
  /** Those that ended lately. */
  finishedRuns: FinishedRuns
  /** Has the process that has the runs of the caller run what is asked for, or let it go on. */
  debug: Debug
}

/** What a handler may know of a request, and do to its answer. */
export interface Request {
  address: string
  userAgent: string
  /** `http://host` the browser sees. */
  origin: string
  /** The file of an upload. */
  body: AsyncIterable<Buffer>
  /** Sends a session cookie; an empty secret clears it. */
  setCookie(secret: string): void
}

/** One request, after its permission and input were checked. */
export interface Call<Name extends RouteName> extends Request {
  input: InputOf<Contract[Name]>
  /** Of the caller in the workspace that the input names. */
  role: Role
}

/** A handler of a session route gets who calls; to the others it may be nobody. */
export type Handlers = {
  [Name in RouteName]: (
    world: EditorWorld,
    call: Call<Name>,
    caller: Contract[Name]['permission'] extends 'session' ? Caller : Caller | null,
  ) => Promise<OutputOf<Contract[Name]>>
}

const person = ({ id, email, name }: User) => ({ id, email, name })

export const handlers: Handlers = {
  setupState: async ({ store }) => ({ open: !(await store.accounts.hasOwner()) }),

  async setup(world, call) {
    takeAttempt(world.attempts.setup, call.address)
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
    takeAttempt(world.attempts.address, call.address)
    takeAttempt(world.attempts.account, email)
    const user = await world.store.accounts.userByEmail(email)
    const matches = await passwordMatches(world, call.input.password, user)
    if (!matches || user === null) throw new Refusal(401, 'sign_in_failed', 'E-mail or password is wrong.')
    world.attempts.account.forget(email)
    world.attempts.address.giveBack(call.address)
    await openSession(world, call, user)
    return { user: person(user) }
  },

  async signOut({ store }, call, { session, user }) {
    if (session !== null) await store.accounts.revokeSession(user.id, session.id)
    call.setCookie('')
    return DONE
  },

  session: async (_world, _call, { user }) => ({ user: person(user) }),

  async changePassword(world, call, { user }) {
    takeAttempt(world.attempts.account, user.email)
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
      url: baseUrl(origin, group.canonical),
    })
    return { workspaces: workspaces.map((workspace) => ({ ...workspace, groups: workspace.groups.map(withUrl) })) }
  },

  async sessions({ store }, _call, { session: current, user }) {
    const sessions = await store.accounts.listSessions(user.id)
    return {
      sessions: sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
        id,
        current: id === current?.id,
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

  ...workspaceHandlers,
  ...workspaceLifeHandlers,
  ...objectLifeHandlers,
  ...endpointHandlers,
  ...folderHandlers,
  ...memberHandlers,
  ...accessTokenHandlers,
  ...settingHandlers,
  ...rowHandlers,
  ...rowFileHandlers,
  ...schemaHandlers,
  ...runHandlers,
  ...scopeHandlers,
  ...taskHandlers,
  ...testHandlers,
  ...overviewHandlers,
  ...documentationHandlers,
  ...renameHandlers,
  ...requestHandlers,
  ...replayHandlers,
  ...accessHandlers,
}
