import { hashPassword, isHash, type TokenKeys } from '@cairn/auth'
import {
  migrate,
  schemaName,
  type Database,
  type MigrationPlan,
  type PortContext,
  type WorkspaceTables,
} from '@cairn/database'
import type { TableObject } from '@cairn/language'
import { parsePhrase } from '@cairn/statements'
import type { RequestPorts } from '../http/served.ts'
import { clockPort } from '../ports/clock-port.ts'
import type { ServerPorts, WorkspacePorts } from '../ports/index.ts'

export interface WorkspacePortsOptions {
  database: Database
  server: ServerPorts
  tokens: TokenKeys
  tables: ReadonlyMap<string, TableObject>
  workspace: WorkspaceTables
  env: Readonly<Record<string, string>>
  datasources: ReadonlySet<string>
  /** Told what a migration did not do. */
  migrated: (plan: MigrationPlan) => void
}

const portContext: PortContext = {
  now: () => clockPort.now(),
  hashPassword: (password) => hashPassword(password),
  isHash,
  parseTime: (text, now) => parsePhrase(text, now, ''),
}

/**
 * The ports of a workspace by datasource, made on first use: the datasource's tables are brought up to date before its
 * ports are handed out. Null for a datasource the workspace does not have.
 */
export function createWorkspacePorts(
  options: WorkspacePortsOptions,
): (name: string) => RequestPorts | null | Promise<RequestPorts> {
  const { server, workspace, env, tokens, tables } = options
  const table = (name: string) => tables.get(name) ?? null
  const ports = server.forWorkspace({ id: workspace.workspace, env, keys: () => tokens, table })
  const ready = new Map<string, RequestPorts>()
  const opening = new Map<string, Promise<RequestPorts>>()
  return (datasource) => {
    const known = ready.get(datasource)
    if (known) return known
    if (!options.datasources.has(datasource)) return null
    const started = opening.get(datasource)
    if (started) return started
    const made = openDatasource(options, ports, datasource)
    opening.set(datasource, made)
    made.then(
      (opened) => ready.set(datasource, opened),
      () => opening.delete(datasource),
    )
    return made
  }
}

async function openDatasource(
  { database, tables, workspace, migrated }: WorkspacePortsOptions,
  ports: WorkspacePorts,
  datasource: string,
): Promise<RequestPorts> {
  migrated(await migrate(database.pool, schemaName(workspace.workspace, datasource), tables.values()))
  const db = database.port(workspace, datasource, portContext)
  return (request) => {
    const { watch } = request
    return ports.forRequest(request, watch === undefined ? db : db.watched(watch), datasource)
  }
}
