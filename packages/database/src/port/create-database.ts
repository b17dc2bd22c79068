import type { TableObject } from '@cairn/language'
import type { AddonPlan } from '@cairn/statements'
import { buildCatalogue } from '../catalogue/catalogue.ts'
import { Pool, type PoolOptions } from '../connect/pool.ts'
import { sqlName } from '../catalogue/identifier.ts'
import { parseTime } from '../catalogue/parse-time.ts'
import { Port, type WatchableDatabase } from './port.ts'
import { poolRunner } from './runner.ts'
import type { Store } from './store.ts'

export interface DatabaseOptions extends PoolOptions {
  url: string
}

/** One workspace as published: its tables and addons. Ports made of the same object share what was compiled for it. */
export interface WorkspaceTables {
  /** Names the schemas: `1` gives `w1_live`. Letters, digits and `_`. */
  workspace: string
  tables: Iterable<TableObject>
  addons: ReadonlyMap<string, AddonPlan>
}

/** What ports take from outside. */
export interface PortContext {
  now(): number
  hashPassword(password: string): Promise<string>
  /** Whether a text is already a hash that `hashPassword` makes. */
  isHash(text: string): boolean
  /** Epoch milliseconds of a phrase (`next friday`); ISO times are read without it. */
  parseTime?(text: string, now: number): number | null
}

interface Kept {
  store: Store
  port: WatchableDatabase
}

export interface Database {
  pool: Pool
  /** A port on one datasource. Costs a look-up: stores are kept by the identity of `workspace` and `context`. */
  port(workspace: WorkspaceTables, datasource: string, context: PortContext): WatchableDatabase
  close(): Promise<void>
}

/** The schema of a workspace on a datasource. */
export function schemaName(workspace: string, datasource: string): string {
  if (!/^[A-Za-z0-9_]{1,20}$/.test(workspace)) throw new RangeError(`"${workspace}" cannot name a schema.`)
  return sqlName(`w${workspace}_${datasource}`)
}

export function createDatabase({ url, ...options }: DatabaseOptions): Database {
  const pool = new Pool(url, options)
  const runner = poolRunner(pool)
  const kept = new WeakMap<WorkspaceTables, WeakMap<PortContext, Map<string, Kept>>>()
  const find = (workspace: WorkspaceTables, datasource: string, context: PortContext): Kept => {
    const contexts = kept.get(workspace) ?? new WeakMap<PortContext, Map<string, Kept>>()
    kept.set(workspace, contexts)
    const byDatasource = contexts.get(context) ?? new Map<string, Kept>()
    contexts.set(context, byDatasource)
    const known = byDatasource.get(datasource)
    if (known !== undefined) return known
    const store = createStore(workspace, datasource, context)
    const made = { store, port: new Port(store, runner, (name) => find(workspace, name, context).store) }
    byDatasource.set(datasource, made)
    return made
  }
  const port: Database['port'] = (workspace, datasource, context) => find(workspace, datasource, context).port
  return { pool, port, close: () => pool.close() }
}

function createStore(workspace: WorkspaceTables, datasource: string, context: PortContext): Store {
  return {
    catalogue: buildCatalogue(schemaName(workspace.workspace, datasource), workspace.tables),
    addons: workspace.addons,
    time: {
      now: () => context.now(),
      parse: (text, now) => parseTime(text) ?? context.parseTime?.(text, now) ?? null,
    },
    hashPassword: (password) => context.hashPassword(password),
    isHash: (text) => context.isHash(text),
    queries: new WeakMap(),
    externals: new WeakMap(),
    needed: new WeakMap(),
    addonsUsed: new WeakMap(),
    records: new WeakMap(),
    writes: new WeakMap(),
  }
}
