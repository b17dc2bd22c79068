import type { Contract, InputOf, OutputOf, Role, RouteName } from '@cairn/contract'
import type { Session, User, WorkspaceStore } from '@cairn/workspace'
import type { Attempts } from './attempts.ts'
import type { RunningWorkspaces } from './running-workspaces.ts'

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
  running: RunningWorkspaces
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

/** Who is signed in, and what they are in the workspace the input names. */
export type Insider = SignedIn & { role: Role }

type Asker<Permission> = Permission extends 'anyone'
  ? SignedIn | null
  : Permission extends 'session'
    ? SignedIn
    : Insider

/** A handler of a session route gets who is signed in, one of a role's route their role too. */
export type Handlers = {
  [Name in RouteName]: (
    world: EditorWorld,
    call: Call<Name>,
    asker: Asker<Contract[Name]['permission']>,
  ) => Promise<OutputOf<Contract[Name]>>
}

export const done = { done: true } as const
