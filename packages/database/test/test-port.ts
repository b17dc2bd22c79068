import type { TableObject } from '@cairn/language'
import type { AddonPlan, DatabasePort, QueryPlan, Value } from '@cairn/statements'
import { testDatabase } from '@cairn/testing'
import { createDatabase, migrate, type Database } from '../src/index.ts'

const now = Date.UTC(2026, 0, 31, 10, 0, 0, 250)

export interface TestPort {
  db: DatabasePort
  database: Database
  /** Empties the table and adds rows; their ids count from 1. */
  fill(table: string, rows: Value[]): Promise<void>
  close(): Promise<void>
}

/** A port on a database of its own with these tables in it. */
export async function testPort(
  tables: TableObject[],
  addons: ReadonlyMap<string, AddonPlan> = new Map(),
): Promise<TestPort> {
  const server = await testDatabase()
  const database = createDatabase({ url: server.url, size: 4 })
  await migrate(database.pool, 'w1_live', tables)
  const db = database.port({ workspace: '1', tables, addons }, 'live', {
    now: () => now,
    hashPassword: async (password) => `hashed:${password.length}`,
    isHash: (text) => text.startsWith('hashed:'),
  })
  return {
    db,
    database,
    async fill(table, rows) {
      await db.truncate({ kind: 'truncate', table, reset: true })
      await db.bulk({ kind: 'bulk.add', table, allowId: false, where: null }, rows, [])
    },
    async close() {
      await database.close()
      await server.drop()
    },
  }
}

/** A query of all rows with everything left at its default. */
export function queryOf(table: string, more: Partial<QueryPlan> = {}): QueryPlan {
  return {
    kind: 'query',
    table,
    where: null,
    additionalWhere: null,
    joins: [],
    evals: [],
    sort: [],
    overrideSort: null,
    return: { type: 'list', paging: null, distinct: false },
    output: null,
    addons: [],
    lock: false,
    ...more,
  }
}
