import { createTokenIssuer, hashPassword, isHash, type TokenKeys } from '@cairn/auth'
import {
  migrate,
  schemaName,
  type Database,
  type MigrationPlan,
  type PortContext,
  type WorkspaceTables,
} from '@cairn/database'
import type { TableObject } from '@cairn/language'
import { parsePhrase, type CachePort, type FilesPort, type HttpPort, type Ports } from '@cairn/statements'
import { createAuthPort } from '../ports/auth-port.ts'
import { clockPort } from '../ports/clock-port.ts'
import { createEnvPort } from '../ports/env-port.ts'
import { createLogPort } from '../ports/log-port.ts'
import { mailPort } from '../ports/mail-port.ts'
import { randomPort } from '../ports/random-port.ts'

/** What all workspaces of a process share. */
export interface SharedPorts {
  http: HttpPort
  cache(workspace: string): CachePort
  files(workspace: string): FilesPort
}

export interface WorkspacePortsOptions {
  database: Database
  shared: SharedPorts
  tokens: TokenKeys
  tables: ReadonlyMap<string, TableObject>
  workspace: WorkspaceTables
  env: Readonly<Record<string, string>>
  datasources: ReadonlySet<string>
  /** Told what a migration did not do. */
  migrated(plan: MigrationPlan): void
  log(line: string): void
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
export function createWorkspacePorts(options: WorkspacePortsOptions): (name: string) => Ports | null | Promise<Ports> {
  const ready = new Map<string, Ports>()
  const opening = new Map<string, Promise<Ports>>()
  return (datasource) => {
    const known = ready.get(datasource)
    if (known) return known
    if (!options.datasources.has(datasource)) return null
    const started = opening.get(datasource)
    if (started) return started
    const made = openDatasource(options, datasource)
    opening.set(datasource, made)
    made.then(
      (ports) => ready.set(datasource, ports),
      () => opening.delete(datasource),
    )
    return made
  }
}

async function openDatasource(options: WorkspacePortsOptions, datasource: string): Promise<Ports> {
  const { database, shared, tables, workspace, tokens, log } = options
  const name = workspace.workspace
  options.migrated(await migrate(database.pool, schemaName(name, datasource), tables.values()))
  const issueToken = createTokenIssuer({
    clock: clockPort,
    keys: () => tokens,
    workspace: name,
    table: (table) => tables.get(table) ?? null,
  })
  return {
    db: database.port(workspace, datasource, portContext),
    http: shared.http,
    clock: clockPort,
    random: randomPort,
    cache: shared.cache(name),
    files: shared.files(name),
    mail: mailPort,
    log: createLogPort({ clock: clockPort, write: log, workspace: name, requestId: '' }),
    auth: createAuthPort(issueToken, datasource),
    env: createEnvPort(options.env),
  }
}
