import type { Role, User } from './types.ts'

export interface Member {
  userId: string
  email: string
  name: string
  role: Role
}

export interface Invitation {
  id: string
  email: string
  role: Role
  createdAt: Date
  expiresAt: Date
}

/** An invitation as the person who holds its code sees it. */
export interface OpenInvitation extends Invitation {
  workspaceId: number
  workspace: string
}

/** Who may do what in a workspace. A change says whose role it is compared with: nobody acts above themselves. */
export interface MemberStore {
  /** What a person may do in a workspace; null when they are no member of it. */
  roleOf(workspaceId: number, userId: string): Promise<Role | null>
  list(workspaceId: number): Promise<Member[]>
  /**
   * Gives a member another role, or none. `role_too_low` when the actor is not above what is changed and given, or is
   * the member themself; `last_owner` when nobody would own the workspace.
   */
  change(workspaceId: number, change: { actor: string; userId: string; role: Role | null }): Promise<void>
  /** Replaces an open invitation of the same address. `role_too_low` when the actor's role is below the one offered. */
  invite(
    workspaceId: number,
    invitation: { actor: string; email: string; role: Role; codeHash: Uint8Array; expiresAt: Date },
  ): Promise<Invitation>
  /** Those that can still be accepted. */
  invitations(workspaceId: number): Promise<Invitation[]>
  /** False when there was none. */
  withdraw(workspaceId: number, invitationId: string): Promise<boolean>
  /** What a code opens; null when it is unknown, used, withdrawn or expired. */
  open(codeHash: Uint8Array): Promise<OpenInvitation | null>
  /**
   * Uses a code up and makes its address a member, in one transaction. `newcomer` is the account to make where the
   * address has none. Null when the code opens nothing, or there is neither account nor newcomer.
   */
  accept(codeHash: Uint8Array, newcomer: { name: string; passwordHash: string } | null): Promise<User | null>
}

export interface AccessToken {
  id: string
  userId: string
  name: string
  role: Role
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

/** Tokens of programs that call the editor's API for one workspace. Secrets come in as SHA-256 hashes only. */
export interface AccessTokenStore {
  create(
    workspaceId: number,
    token: { userId: string; name: string; role: Role; tokenHash: Uint8Array; expiresAt: Date | null },
  ): Promise<AccessToken>
  list(workspaceId: number): Promise<AccessToken[]>
  /** False when the workspace has none such. `owner`: only a token of that person. */
  revoke(workspaceId: number, id: string, owner: string | null): Promise<boolean>
  /** Whose token it is and for which workspace; null when unknown, revoked or expired. */
  find(tokenHash: Uint8Array): Promise<{ workspaceId: number; role: Role; user: User } | null>
}
