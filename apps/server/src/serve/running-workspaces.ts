import {
  migrate,
  planMigration,
  readDatabase,
  schemaName,
  sessionOf,
  type Database,
  type MigrationPlan,
} from '@cairn/database'
import { readWorkspace, type TableObject } from '@cairn/language'
import { loadProgram } from '@cairn/runtime'
import { StackError } from '@cairn/statements'
import type { RunningWorkspaces } from '../editor/running-workspaces.ts'
import { runFunction } from '../run/run-function.ts'
import type { LoadedWorkspace } from './load-workspace.ts'
import type { Workspaces } from './workspaces.ts'

/** What the editor does with the workspaces of this process. `workspaces` is asked for when it is needed: it opens later. */
export function runningWorkspaces(workspaces: () => Workspaces, database: Database): RunningWorkspaces {
  const loaded = (id: number): LoadedWorkspace => {
    const found = workspaces().byId(id)
    if (found) return found
    throw new StackError('standard', 'not_loaded', 'This workspace could not be loaded; the log of Cairn says why.')
  }
  const schemaOf = (id: number, datasource: string): string => {
    if (loaded(id).published.datasources.has(datasource)) return schemaName(String(id), datasource)
    throw new StackError('badrequest', 'unknown_datasource', 'This workspace has no datasource of that name.')
  }
  return {
    reload: (id) => workspaces().reload(id),
    async drop(id) {
      const datasources = workspaces().byId(id)?.published.datasources ?? new Set<string>()
      await workspaces().reload(id)
      for (const datasource of datasources) {
        const schema = schemaName(String(id), datasource).replaceAll('"', '""')
        await sessionOf(database.pool).query(`drop schema if exists "${schema}" cascade`)
      }
    },
    model: (id) => workspaces().byId(id)?.published.model ?? null,
    planTables: (id, datasource, tables) => plan(database, schemaOf(id, datasource), tables),
    changeTables: (id, datasource, consent) =>
      migrate(database.pool, schemaOf(id, datasource), loaded(id).published.model.tables.values(), { consent }),
    async runText(id, datasource, text, input) {
      const { published, served } = loaded(id)
      const functions = readWorkspace([{ path: 'editor.xs', text }]).functions
      const [name] = functions.keys()
      const stack = loadProgram({ ...published.model, functions }, { branch: published.branch }).function(name ?? '')
      const ports = await served.live.ports(datasource)
      if (!stack || !ports) throw new StackError('badrequest', 'unknown_datasource', 'There is no such datasource.')
      const request = { id: 'editor', baseUrl: '', signal: new AbortController().signal }
      return runFunction(stack, input, ports(request))
    },
  }
}

async function plan(database: Database, schema: string, tables: Iterable<TableObject>): Promise<MigrationPlan> {
  return planMigration(tables, await readDatabase(sessionOf(database.pool), schema))
}
