import { createTokenIssuer, createTokenReader, createTokenVerifier, type TokenKeys } from '@cairn/auth'
import type { Database, MigrationPlan } from '@cairn/database'
import type { WorkspaceModel } from '@cairn/language'
import { loadProgram, type Program } from '@cairn/runtime'
import { addonPlans } from './addon-plans.ts'
import { WorkspaceError, type PublishedWorkspace, type WorkspaceStore } from '@cairn/workspace'
import type { WorkspaceTokens } from '../editor/index.ts'
import type { VerifyToken } from '../http/authenticate/authenticate.ts'
import type { Served, ServedBranch } from '../http/served.ts'
import { clockPort } from '../ports/clock-port.ts'
import type { ServerPorts } from '../ports/index.ts'
import { createBranches, type Branches } from './branches.ts'
import { servedGroups } from './served-groups.ts'
import type { Tallies } from './tallies.ts'
import type { History } from '../history/open-history.ts'
import { createWorkspacePorts } from './workspace-ports.ts'

export interface LoadOptions {
  store: WorkspaceStore
  database: Database
  tokens: TokenKeys
  server: ServerPorts
  tallies: Tallies
  history: Pick<History, 'watch'>
  /** Told what is not as somebody may expect; never stops a load. */
  warn: (line: string) => void
}

/** A branch as HTTP sees it, with the stacks that no request asks for. */
export interface LoadedBranch extends ServedBranch {
  /** As published. */
  model: WorkspaceModel
  program: Program
  /** Makes and reads tokens for the editor. */
  tokens: Omit<WorkspaceTokens, 'verify'>
}

export interface LoadedWorkspace {
  published: PublishedWorkspace
  /** The branch whose tasks run. */
  live: LoadedBranch
  /** As `served` finds them. */
  branch: Branches<LoadedBranch>['find']
  served: Served
  /** Another branch than the live one was published or made: it is loaded anew when next asked for. */
  branchChanged(name: string): void
}

/** Makes a running workspace of what is published; its other branches are loaded when a request first names them. */
export async function loadWorkspace(id: number, options: LoadOptions): Promise<LoadedWorkspace> {
  const published = await options.store.publishedModel(id)
  const live = await loadBranch(published, options)
  const branches = createBranches(live, async (name) => {
    const other = await publishedBranch(options.store, id, name)
    return other === null ? null : loadBranch(other, options)
  })
  for (const name of published.branches) branches.changed(name)
  const served = { live, branch: branches.find }
  return { published, live, branch: branches.find, served, branchChanged: branches.changed }
}

/** Null for a branch that was deleted; this process may not have heard of that yet. */
async function publishedBranch(store: WorkspaceStore, id: number, name: string): Promise<PublishedWorkspace | null> {
  try {
    return await store.publishedModel(id, name)
  } catch (error) {
    if (error instanceof WorkspaceError && error.code === 'unknown_branch') return null
    throw error
  }
}

/** Makes a running branch: the tables are migrated, its stacks loaded, its endpoints placed. */
async function loadBranch(published: PublishedWorkspace, options: LoadOptions): Promise<LoadedBranch> {
  const { store, database, tokens, server, warn } = options
  const { model, canonicals, workspace, branch, datasources } = published
  const place = branch === workspace.liveBranch ? workspace.name : `${workspace.name}:${branch}`
  const say = (line: string) => warn(`${place}: ${line}`)
  const program = loadProgram(model, { branch })
  const { groups, warnings } = servedGroups(program, canonicals, {
    tally: (key) => options.tallies.of({ workspaceId: workspace.id, ...key }),
    watch: (group, query) => options.history.watch(workspace.id, group, query),
  })
  for (const warning of warnings) say(warning)

  const name = String(workspace.id)
  const ports = createWorkspacePorts({
    database,
    server,
    tokens,
    tables: model.tables,
    workspace: { workspace: name, tables: [...model.tables.values()], addons: addonPlans(model, say) },
    env: { ...model.workspace?.env, ...(await store.env(workspace.id)) },
    datasources,
    migrated: (plan) => sayMigration(plan, say),
  })
  await ports('live')
  const own = {
    issue: createTokenIssuer({
      clock: clockPort,
      keys: () => tokens,
      workspace: name,
      table: (table) => model.tables.get(table) ?? null,
    }),
    read: createTokenReader({ keys: () => tokens, workspace: name }),
  }
  return { name: branch, model, program, groups, verifyToken: createVerify(name, tokens), ports, tokens: own }
}

function createVerify(workspace: string, tokens: TokenKeys): VerifyToken {
  const verify = createTokenVerifier({ clock: clockPort, keys: () => tokens, workspace })
  return async (token, datasource) => {
    const { table, id, extras } = await verify(token, { table: null, datasource })
    return { table, id, extras }
  }
}

function sayMigration({ warnings, destructive }: MigrationPlan, say: (line: string) => void): void {
  for (const { table, message } of warnings) say(`table ${table}: ${message}`)
  for (const { table, message } of destructive) say(`table ${table}: not done, data could be lost: ${message}`)
}
