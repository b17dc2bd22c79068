import type { TokenClaims, TokenIssuer } from '@cairn/auth'
import type { FoundRows, MigrationOptions, MigrationPlan } from '@cairn/database'
import type { AccessMatrix } from '../access/access-matrix.ts'
import type { ViewedCall } from '../access/view-as.ts'
import type { TableObject, WorkspaceModel } from '@cairn/language'
import type { Ports } from '@cairn/statements'
import type { VerifyToken } from '../http/authenticate/authenticate.ts'
import type { PortsRequest } from '../ports/request-ports.ts'
import type { ObjectTests, Tested } from '../test/object-tester.ts'

/** What the editor's API needs of the workspaces that its process serves. */
export interface EditorServing {
  /**
   * Waits until the process serves what the store holds now, so that what was published on the live branch, and on the
   * one that is named, can be called at once.
   */
  caughtUp(workspaceId: number, branch?: string): Promise<void>
  /** Stops serving a workspace that the store holds no more, then drops its tables and removes its files. */
  ended(workspaceId: number, datasources: readonly string[]): Promise<void>
  /** Writes what this process counted of its endpoints to the store. */
  counted(): Promise<void>
  /** Writes the requests that this process served to their history. */
  kept(): Promise<void>
  /**
   * Calls every endpoint of a group as everybody who may come along, on the live branch or the one that is named;
   * nothing that they write stays written.
   */
  accessMatrix(workspaceId: number, group: string, branch?: string): Promise<AccessMatrix>
  /** As `accessMatrix`, with a token of one row of an auth table, and what each endpoint answers. */
  viewAs(
    workspaceId: number,
    group: string,
    as: { table: string; token: string },
    branch?: string,
  ): Promise<ViewedCall[]>
  /** Has this process follow what the store says of which requests are recorded. */
  rulesChanged(): Promise<void>
  /** The live branch as it is served; `unknown_workspace` when it could not be loaded. */
  model(workspaceId: number): Promise<WorkspaceModel>
  /** The API group that a URL segment names in the live branch of its workspace, as it is served; null for none. */
  group(canonical: string): { name: string; model: WorkspaceModel } | null
  /** Ports for a run of the editor's, with the addons of its branch; `unknown_datasource` when there is none such. */
  ports(
    workspaceId: number,
    datasource: string,
    request: Omit<PortsRequest, 'baseUrl'>,
    branch?: string,
  ): Promise<Ports>
  /** Tokens of the workspace's auth tables. */
  tokens(workspaceId: number): Promise<WorkspaceTokens>
  /** Runs the tests of an object, and of what uses it, on an empty database of their own. */
  test(workspaceId: number, tested: Tested): Promise<ObjectTests>
  /** Tables that a statement reads whole to find some rows, whatever the planner would rather do; none when it can't be told. */
  scans(workspaceId: number, datasource: string, sql: string): Promise<TableScan[]>
  /** Rows of any table whose visible texts hold a text; a few, and what is found in little time. */
  findRows(workspaceId: number, datasource: string, text: string): Promise<FoundRows>
  /** What it takes to make a datasource hold these tables. */
  plan(workspaceId: number, datasource: string, change: TableChange): Promise<MigrationPlan>
  /** Makes it hold them. */
  migrate(workspaceId: number, datasource: string, change: TableChange): Promise<MigrationPlan>
}

/** A table that is read whole, the columns it is searched by, and about how many rows it has. */
export interface TableScan {
  table: string
  columns: string[]
  rows: number
}

/** Makes, checks and reads tokens of one workspace. */
export interface WorkspaceTokens {
  issue: TokenIssuer
  /** As a request's token is checked. */
  verify: VerifyToken
  /** What one says, expired or not. */
  read: (token: string) => Promise<TokenClaims>
}

interface TableChange extends Pick<MigrationOptions, 'renames' | 'consent'> {
  tables: TableObject[]
}
