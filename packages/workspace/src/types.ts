import type { FileDiagnostic, WorkspaceModel } from '@cairn/language'
import type { EndpointHours } from './endpoint-hours.ts'
import type { ModelWith } from './objects/model-with.ts'
import type { RequestHistory } from './requests/request-types.ts'
import type { AccessTokenStore, MemberStore } from './member-types.ts'

/** A file of a workspace folder. `path` is relative, with `/` between folders. */
export interface WorkspaceFile {
  path: string
  text: string
}

/** The world a store is made of. */
export interface StoreOptions {
  /** PostgreSQL connection string. Records live in its schema `cairn`. */
  url: string
  /** The installation's secret of at least 32 bytes; environment variables are sealed with a key derived from it. */
  keys: { installation: Uint8Array }
  clock: { now(): Date }
  /** The language's reader, `readWorkspace`. */
  read: (files: WorkspaceFile[]) => WorkspaceModel
  /** Folder of migrations in Prisma's layout; the repository's prisma/migrations when left out. */
  migrations?: string
  /** More checks a publish must pass, such as the checker's. Diagnostics of severity error refuse it. */
  check?: (model: WorkspaceModel) => FileDiagnostic[]
}

export interface Workspace {
  id: number
  name: string
  description: string
  /** Name of the branch served when a request names none. */
  liveBranch: string
}

/** An API group of a branch, as lists show it. */
export interface GroupSummary {
  name: string
  description: string
  /** URL segment: `/api:<canonical>/…`. */
  canonical: string
  endpoints: number
}

export interface ImportOptions {
  /** Branch to write to; the live branch when left out. */
  branch?: string
  /** Also remove objects that the files no longer hold. False when left out. */
  delete?: boolean
  /** User's id for the history; null or left out for the command line. */
  author?: string | null
}

export interface ObjectChange {
  kind: string
  name: string
  path: string
}

export interface ImportReport {
  files: number
  created: ObjectChange[]
  updated: ObjectChange[]
  deleted: ObjectChange[]
  unchanged: number
  /** Had a draft of another text, which the import took the place of; it is kept as a version. */
  replacedDrafts: ObjectChange[]
  /** Kept as drafts, because their text has an error; what was published before is still served. */
  drafts: ObjectChange[]
  diagnostics: FileDiagnostic[]
}

/** What a process serves. */
export interface PublishedWorkspace {
  workspace: Workspace
  branch: string
  /** Raised by every publish. */
  revision: number
  files: WorkspaceFile[]
  model: WorkspaceModel
  /** Group name → URL segment, of every branch; every group of `model` has one. */
  canonicals: Map<string, string>
  /** Names of all branches of the workspace. */
  branches: Set<string>
  /** Names of its datasources. */
  datasources: Set<string>
}

/**
 * Announced to every process after a publish, restore, import, delete, new branch or change of a canonical or a name; and, for
 * every branch, after a time without a connection to hear of them by. Compare `revision` with what is loaded. Of a branch
 * that was deleted the live one tells.
 */
export interface PublishedEvent {
  workspaceId: number
  branch: string
  /** Whether it is the live branch. */
  live: boolean
  revision: number
  /** The workspace is no more. */
  gone?: true
}

export interface SourceObject {
  id: number
  branch: string
  kind: string
  name: string
  path: string
  /** Unpublished text, null when there is none. */
  draft: string | null
  /** What is served, null when never published. */
  published: string | null
  /** Number of the published version, 0 before the first. */
  version: number
  /** Raised by every write; pass it as `expectedEdition`. */
  edition: number
  updatedAt: Date
}

export interface MergeRequest {
  /** The branch whose changes are brought to the live one. */
  from: string
  /** `key` of an object that both changed at the same place, or that the branch took away → whose way it goes. */
  choices: Readonly<Record<string, 'live' | 'branch'>>
  /** False only tells. */
  apply: boolean
  author: string | null
}

/** What a merge does to one object of the live branch. A `conflict` waits for a choice. */
export interface MergedObject {
  key: string
  kind: string
  name: string
  outcome: 'added' | 'updated' | 'merged' | 'deleted' | 'kept' | 'conflict'
  /** Whether the branch took it away. */
  deletes: boolean
}

export interface BranchMerge {
  applied: boolean
  /** Without those that stay as they are. */
  objects: MergedObject[]
}

export interface CreatedObjects {
  /** In the order of their texts; one whose text has an error is a draft. */
  created: SourceObject[]
  /** Texts of those that were there before, which stay as they are. */
  kept: string[]
}

/** A newest text with the names of the branches that have it. */
export interface BranchText {
  text: string
  branches: string[]
}

/** Something found in the newest text of an object; its line is counted from that text's first. */
export interface ObjectProblem {
  object: SourceObject
  found: FileDiagnostic
}

export interface ObjectVersion {
  version: number
  source: string
  author: string | null
  note: string
  createdAt: Date
}

export interface SaveDraft {
  objectId: number
  source: string
  /** `edition` the writer last saw; another one gives `draft_conflict`. */
  expectedEdition: number
}

export interface PublishRequest {
  objectId: number
  expectedEdition: number
  author?: string | null
  note?: string
}

export type PublishResult =
  | { published: true; object: SourceObject; diagnostics: FileDiagnostic[] }
  | { published: false; diagnostics: FileDiagnostic[] }

/** What a publish asks for besides a text without errors; whoever publishes for somebody sees to it. */
export interface PublishRules {
  /** No failing test of the object, or of what uses it. */
  testsMustPass: boolean
}

export type Role = 'owner' | 'admin' | 'developer' | 'viewer'

export interface User {
  id: string
  email: string
  name: string
  passwordHash: string
  epoch: number
}

export interface Session {
  id: string
  userId: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

/** People, their sessions and the set-up link. Secrets come in and are kept as SHA-256 hashes only. */
export interface AccountStore {
  /** True once somebody owns this installation. */
  hasOwner(): Promise<boolean>
  /** Replaces any set-up code not used yet. */
  saveSetupCode(codeHash: Uint8Array, expiresAt: Date): Promise<void>
  /** Whether the code could be redeemed now. */
  isSetupCodeOpen(codeHash: Uint8Array): Promise<boolean>
  /** Uses the code up and makes the owner, in one transaction; null when the code is unknown, used or expired. */
  redeemSetupCode(
    codeHash: Uint8Array,
    owner: { email: string; name: string; passwordHash: string },
  ): Promise<User | null>
  userByEmail(email: string): Promise<User | null>
  /** Replaces the password and ends every session and access token of the user: whoever knew the old one has no other way in. */
  changePassword(userId: string, passwordHash: string): Promise<void>
  createSession(session: {
    tokenHash: Uint8Array
    userId: string
    userAgent: string
    expiresAt: Date
  }): Promise<Session>
  /** The session and its user; null when unknown, expired, revoked or older than the user's epoch. */
  sessionByToken(tokenHash: Uint8Array): Promise<{ session: Session; user: User } | null>
  listSessions(userId: string): Promise<Session[]>
  /** False when that user has no such session. */
  revokeSession(userId: string, sessionId: string): Promise<boolean>
}

/** Front door to Cairn's own records. */
export interface WorkspaceStore {
  /** Brings the schema `cairn` up to date. Safe to call from several processes at once. */
  migrate(): Promise<{ applied: string[] }>
  createWorkspace(workspace: { name: string; description?: string; owner?: string }): Promise<Workspace>
  /** All of them, or those a user is a member of, with the groups of the live branch and the names of all branches. */
  listWorkspaces(options?: { member?: string }): Promise<(Workspace & { branches: string[]; groups: GroupSummary[] })[]>
  /** The API groups of a branch as published. */
  groups(workspaceId: number, branch?: string): Promise<GroupSummary[]>
  workspaceByName(name: string): Promise<Workspace | null>
  /** A copy of a branch (the live one when left out) without its tables, which all branches share. */
  createBranch(workspaceId: number, branch: { name: string; from?: string }): Promise<void>
  /** Takes a branch away with its objects; `branch_live` for the live one. Tables and rows, which all branches share, stay. */
  deleteBranch(workspaceId: number, name: string): Promise<void>
  /** Makes a branch the live one. */
  setLiveBranch(workspaceId: number, name: string): Promise<void>
  /** Brings a branch to the live one, or tells what that would do. */
  mergeBranch(workspaceId: number, request: MergeRequest): Promise<BranchMerge>
  /** The live branch as it would be after that merge. Writes nothing. */
  mergedModel(workspaceId: number, request: MergeRequest): Promise<WorkspaceModel>
  branches(workspaceId: number): Promise<{ name: string; live: boolean; createdAt: Date }[]>
  /** Adds a datasource, empty; `datasource_exists` when there is one of that name. */
  createDatasource(workspaceId: number, datasource: { name: string; color: string }): Promise<void>
  datasources(workspaceId: number): Promise<{ name: string; color: string }[]>
  importFolder(workspaceId: number, files: WorkspaceFile[], options?: ImportOptions): Promise<ImportReport>
  /** The branch as it would be published after that import. Writes nothing. */
  importedModel(workspaceId: number, files: WorkspaceFile[], options?: ImportOptions): Promise<WorkspaceModel>
  /** Newest text of every object of a branch, with the tables all branches share, drafts included, in the files it came from. */
  exportFolder(workspaceId: number, options?: { branch?: string; drafts?: boolean }): Promise<WorkspaceFile[]>
  /** What is served on a branch (the live one when left out). Needs no Prisma. */
  publishedModel(workspaceId: number, branch?: string): Promise<PublishedWorkspace>
  /** Those of a branch, with the tables all branches share. */
  listObjects(workspaceId: number, branch?: string): Promise<SourceObject[]>
  /** The newest texts of all other branches, each once, without the tables that all share. Needs no Prisma. */
  otherTexts(workspaceId: number, branch?: string): Promise<BranchText[]>
  /** One object of a workspace; `unknown_object` also when it is another workspace's. */
  object(workspaceId: number, objectId: number): Promise<SourceObject>
  /**
   * The published branch as it would be with this text in the place of an object's. Writes nothing. `unchecked` tells
   * only what can not be read of it.
   */
  modelWith(workspaceId: number, objectId: number, source: string, how?: 'unchecked'): Promise<ModelWith>
  /** What is found in a branch as it would be with every draft published. Writes nothing. */
  problems(workspaceId: number, branch?: string): Promise<ObjectProblem[]>
  /**
   * Adds an object to a branch as a draft; a table to the live one. `object_exists` when there is one of its kind and
   * name, `object_unreadable` for no object.
   */
  createObject(workspaceId: number, source: string, branch?: string): Promise<SourceObject>
  /** Adds objects to a branch and publishes them, in one transaction. */
  createObjects(
    workspaceId: number,
    sources: readonly string[],
    how: { author: string; branch?: string | undefined },
  ): Promise<CreatedObjects>
  saveDraft(draft: SaveDraft): Promise<SourceObject>
  /** All or none. */
  saveDrafts(drafts: readonly SaveDraft[]): Promise<void>
  /** Back to what is published; `never_published` where nothing is. */
  discardDraft(draft: Omit<SaveDraft, 'source'>): Promise<SourceObject>
  /** Takes an object away with its history. The rows of a table stay in the database. */
  deleteObject(object: Omit<SaveDraft, 'source'>): Promise<void>
  publish(request: PublishRequest): Promise<PublishResult>
  versions(objectId: number): Promise<ObjectVersion[]>
  /** Publishes an earlier version again, as a new version. */
  restore(request: PublishRequest & { version: number }): Promise<PublishResult>
  /** Gives a workspace a name and a description; `workspace_exists` when another has the name. */
  describeWorkspace(workspaceId: number, description: { name: string; description: string }): Promise<void>
  /** Takes a workspace away with all that Cairn keeps of it; the schemas of its datasources stay. */
  deleteWorkspace(workspaceId: number): Promise<void>
  /** Sets the URL segment of a group; `canonical_taken` when another group has it. */
  setCanonical(workspaceId: number, group: string, canonical: string): Promise<void>
  /** What the latest publish of each branch announced; nothing for no workspace. Needs no Prisma. */
  branchStates(workspaceId: number): Promise<PublishedEvent[]>
  /** Calls back in every process after a publish, however its connection fares. Returns a function that stops listening. */
  onPublished(callback: (event: PublishedEvent) => void): Promise<() => Promise<void>>
  env(workspaceId: number): Promise<Record<string, string>>
  /** The names of the variables, never their values. */
  envNames(workspaceId: number): Promise<{ name: string; updatedAt: Date }[]>
  /** A value of null removes the variable. */
  setEnv(workspaceId: number, values: Record<string, string | null>): Promise<void>
  /** What has to hold before something of the workspace is published. */
  publishRules(workspaceId: number): Promise<PublishRules>
  setPublishRules(workspaceId: number, rules: PublishRules): Promise<void>
  accounts: AccountStore
  members: MemberStore
  accessTokens: AccessTokenStore
  endpointHours: EndpointHours
  requests: RequestHistory
  close(): Promise<void>
}
