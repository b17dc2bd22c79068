import { readWorkspace } from '@cairn/language'
import { createDatabase, migrate } from '@cairn/database'
import { prepareAddon, type DatabasePort } from '@cairn/statements'
import { testDatabase } from '../../src/index.ts'

/** Of `now` in queries. */
const now = Date.UTC(2026, 0, 31, 10)

export interface TestTables {
  db: DatabasePort
  close(): Promise<void>
}

/** A port on a database of its own that has the tables of these texts. */
export async function tablesOnPostgres(texts: readonly string[]): Promise<TestTables> {
  const model = readWorkspace(texts.map((text, index) => ({ path: `${index}.xs`, text })))
  const server = await testDatabase()
  const database = createDatabase({ url: server.url, size: 2 })
  const tables = [...model.tables.values()]
  await migrate(database.pool, 'w1_live', tables)
  const addons = new Map([...model.addons.values()].map((addon) => [addon.name, prepareAddon(addon)]))
  const db = database.port({ workspace: '1', tables, addons }, 'live', {
    now: () => now,
    hashPassword: async (password) => `hashed:${password.length}`,
    isHash: (text) => text.startsWith('hashed:'),
  })
  return {
    db,
    async close() {
      await database.close()
      await server.drop()
    },
  }
}
