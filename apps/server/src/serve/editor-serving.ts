import type { TokenKeys } from '@cairn/auth'
import { dropSchema, migrate, planMigration, readDatabase, schemaName, sessionOf, type Database } from '@cairn/database'
import { accessMatrix } from '../access/access-matrix.ts'
import { Refusal, type EditorServing } from '../editor/index.ts'
import type { ServerPorts } from '../ports/index.ts'
import { findScans } from './find-scans.ts'
import type { LoadedWorkspace } from './load-workspace.ts'
import type { History } from '../history/open-history.ts'
import type { Tallies } from './tallies.ts'
import type { Workspaces } from './workspaces.ts'

/** The workspaces of this process, as the editor's API reaches them. */
export function createEditorServing(
  workspaces: Workspaces,
  database: Database,
  ports: Pick<ServerPorts, 'removeFiles'>,
  { tallies, history, tokens }: { tallies: Tallies; history: History; tokens: TokenKeys },
): EditorServing {
  const find = async (id: number): Promise<LoadedWorkspace> => {
    await workspaces.caughtUp(id)
    const found = workspaces.find(id)
    if (found) return found
    throw new Refusal(404, 'unknown_workspace', 'This workspace could not be loaded. See the log of Cairn.')
  }
  return {
    counted: () => tallies.flush(),
    kept: () => history.flush(),
    async accessMatrix(id, group) {
      const { published, live } = await find(id)
      const canonical = published.canonicals.get(group)
      if (canonical === undefined) throw new Refusal(404, 'unknown_group', `There is no published group "${group}".`)
      return accessMatrix({ workspace: String(id), model: published.model, live, canonical, group, tokens })
    },
    rulesChanged: () => history.readRules(),
    caughtUp: (id) => workspaces.caughtUp(id),
    async ended(id, datasources) {
      await workspaces.caughtUp(id)
      for (const datasource of datasources) await dropSchema(database.pool, schemaName(String(id), datasource))
      await ports.removeFiles(String(id))
    },
    model: async (id) => (await find(id)).published.model,
    group(canonical) {
      for (const { published } of workspaces.loaded()) {
        for (const [name, segment] of published.canonicals) {
          if (segment === canonical) return { name, model: published.model }
        }
      }
      return null
    },
    async ports(id, datasource, request) {
      const open = await (await find(id)).served.live.ports(datasource)
      if (!open) throw unknownDatasource(datasource)
      return open({ ...request, baseUrl: '' })
    },
    async tokens(id) {
      const { live } = await find(id)
      return { ...live.tokens, verify: live.verifyToken }
    },
    async scans(id, datasource, sql) {
      const { published } = await find(id)
      return findScans(database, schemaName(String(published.workspace.id), datasource), sql)
    },
    async plan(id, datasource, { tables, ...options }) {
      const schema = await schemaOf(await find(id), datasource)
      const existing = await database.pool.withConnection((connection) => readDatabase(sessionOf(connection), schema))
      return planMigration(tables, existing, options)
    },
    async migrate(id, datasource, { tables, ...options }) {
      return migrate(database.pool, await schemaOf(await find(id), datasource), tables, options)
    },
  }
}

/** The schema, with its tables as published. */
async function schemaOf({ published, served }: LoadedWorkspace, datasource: string): Promise<string> {
  if (!(await served.live.ports(datasource))) throw unknownDatasource(datasource)
  return schemaName(String(published.workspace.id), datasource)
}

const unknownDatasource = (name: string): Refusal =>
  new Refusal(404, 'unknown_datasource', `This workspace has no datasource "${name}".`)
