import { createTokenVerifier, type TokenKeys } from '@cairn/auth'
import type { Database, MigrationPlan } from '@cairn/database'
import { loadProgram, type Program } from '@cairn/runtime'
import { addonPlans } from './addon-plans.ts'
import type { PublishedWorkspace, WorkspaceStore } from '@cairn/workspace'
import type { VerifyToken } from '../http/authenticate/authenticate.ts'
import type { Served } from '../http/served.ts'
import { clockPort } from '../ports/clock-port.ts'
import type { ServerPorts } from '../ports/index.ts'
import { servedGroups } from './served-groups.ts'
import { createWorkspacePorts } from './workspace-ports.ts'

export interface LoadOptions {
  store: WorkspaceStore
  database: Database
  tokens: TokenKeys
  server: ServerPorts
  /** Told what is not as somebody may expect; never stops a load. */
  warn: (line: string) => void
}

export interface LoadedWorkspace {
  published: PublishedWorkspace
  program: Program
  served: Served
}

const datasources: ReadonlySet<string> = new Set(['live', 'test'])

/** Makes a running workspace of what is published: its tables are migrated, its stacks loaded, its endpoints placed. */
export async function loadWorkspace(id: number, options: LoadOptions): Promise<LoadedWorkspace> {
  const { store, database, tokens, server, warn } = options
  const published = await store.publishedModel(id)
  const { model, canonicals, workspace, branch } = published
  const say = (line: string) => warn(`${workspace.name}: ${line}`)
  const program = loadProgram(model, { branch })
  const { groups, warnings } = servedGroups(program, canonicals)
  for (const warning of warnings) say(warning)

  const name = String(id)
  const ports = createWorkspacePorts({
    database,
    server,
    tokens,
    tables: model.tables,
    workspace: { workspace: name, tables: [...model.tables.values()], addons: addonPlans(model, say) },
    env: { ...model.workspace?.env, ...(await store.env(id)) },
    datasources,
    migrated: (plan) => sayMigration(plan, say),
  })
  await ports('live')
  const verifyToken = createVerify(name, tokens)
  return { published, program, served: { groups, branches: new Set([branch]), liveBranch: branch, verifyToken, ports } }
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
