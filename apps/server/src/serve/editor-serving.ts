import type { TokenKeys } from '@cairn/auth'
import {
  dropSchema,
  findRows,
  migrate,
  planMigration,
  readDatabase,
  schemaName,
  sessionOf,
  type Database,
} from '@cairn/database'
import { accessMatrix } from '../access/access-matrix.ts'
import { viewAs } from '../access/view-as.ts'
import { Refusal, type EditorServing } from '../editor/index.ts'
import type { ServerPorts } from '../ports/index.ts'
import { findScans } from './find-scans.ts'
import type { LoadedBranch, LoadedWorkspace } from './load-workspace.ts'
import type { History } from '../history/open-history.ts'
import type { ObjectTester } from '../test/object-tester.ts'
import type { Tallies } from './tallies.ts'
import { Turns } from './turns.ts'
import type { Workspaces } from './workspaces.ts'

/** Of a search while somebody types: it may not keep a database busy. Times are in milliseconds. */
const SEARCHES_AT_ONCE = 2
const SEARCH_PATIENCE = 1_500
const ofOneTable = { rows: 5, patience: 500 }
const MOST_FOUND = 20
const LIVE = 'live'

/** The workspaces of this process, as the editor's API reaches them. */
export function createEditorServing(
  workspaces: Workspaces,
  database: Database,
  ports: Pick<ServerPorts, 'removeFiles'>,
  { tallies, history, tokens, tester }: { tallies: Tallies; history: History; tokens: TokenKeys; tester: ObjectTester },
): EditorServing {
  const find = async (id: number): Promise<LoadedWorkspace> => {
    await workspaces.caughtUp(id)
    const found = workspaces.find(id)
    if (found) return found
    throw new Refusal(404, 'unknown_workspace', 'This workspace could not be loaded. See the log of Cairn.')
  }
  const searches = new Turns(SEARCHES_AT_ONCE)
  const findGroup = async (id: number, group: string, branch: string | undefined) => {
    const workspace = await find(id)
    const served = await branchOf(workspace, branch)
    const canonical = served.model.groups.has(group) ? workspace.published.canonicals.get(group) : undefined
    if (canonical === undefined) throw new Refusal(404, 'unknown_group', `There is no published group "${group}".`)
    return { model: served.model, served, canonical, group }
  }
  return {
    counted: () => tallies.flush(),
    kept: () => history.flush(),
    async accessMatrix(id, group, branch) {
      return accessMatrix({ workspace: String(id), ...(await findGroup(id, group, branch)), tokens })
    },
    async viewAs(id, group, as, branch) {
      return viewAs({ ...(await findGroup(id, group, branch)), ...as })
    },
    rulesChanged: () => history.readRules(),
    caughtUp: (id, branch) => workspaces.caughtUp(id, branch),
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
    async ports(id, datasource, request, branch) {
      const open = await (await branchOf(await find(id), branch)).ports(datasource)
      if (!open) throw unknownDatasource(datasource)
      return open({ ...request, baseUrl: '' })
    },
    async tokens(id) {
      const { live } = await find(id)
      return { ...live.tokens, verify: live.verifyToken }
    },
    async test(id, tested) {
      const open = await (await find(id)).served.live.ports(LIVE)
      if (!open) throw unknownDatasource(LIVE)
      const { lambda } = open({ id: 'tests', baseUrl: '', signal: new AbortController().signal })
      return tester.run(tested, lambda)
    },
    async scans(id, datasource, sql) {
      const { published } = await find(id)
      return findScans(database, schemaName(String(published.workspace.id), datasource), sql)
    },
    async findRows(id, datasource, text) {
      const found = await find(id)
      const schema = await schemaOf(found, datasource)
      const tables = found.published.model.tables.values()
      const most = { rows: MOST_FOUND, ofOne: ofOneTable.rows }
      const end = performance.now() + SEARCH_PATIENCE
      return searches.run(() => {
        const patience = { all: end - performance.now(), one: ofOneTable.patience }
        return findRows(database.pool, { schema, tables, text, most, patience })
      })
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

const branchOf = async ({ live, branch }: LoadedWorkspace, name: string | undefined): Promise<LoadedBranch> => {
  const found = name === undefined ? live : await branch(name)
  if (found !== null) return found
  throw new Refusal(404, 'unknown_branch', `This workspace has no branch "${name}".`)
}

/** The schema, with its tables as published. */
async function schemaOf({ published, served }: LoadedWorkspace, datasource: string): Promise<string> {
  if (!(await served.live.ports(datasource))) throw unknownDatasource(datasource)
  return schemaName(String(published.workspace.id), datasource)
}

const unknownDatasource = (name: string): Refusal =>
  new Refusal(404, 'unknown_datasource', `This workspace has no datasource "${name}".`)
