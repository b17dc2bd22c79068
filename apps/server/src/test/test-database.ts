import { hashPassword, isHash } from '@cairn/auth'
import { createDatabase, migrate, schemaName, sessionOf, type Database, type WatchableDatabase } from '@cairn/database'
import type { WorkspaceModel } from '@cairn/language'
import { parsePhrase, StackError, type DatabasePort } from '@cairn/statements'
import { clockPort } from '../ports/clock-port.ts'
import { addonPlans } from '../serve/addon-plans.ts'
import { openStorage, type StorageOptions } from '../serve/open-storage.ts'

/** The database of a test run: opened when a test first asks for it, empty for each test, dropped at the end. */
export interface TestDatabase {
  port: DatabasePort
  /** The same port, telling the name of each addon that is looked up for the rows of a query. */
  tellingAddons(addon: (name: string) => void): DatabasePort
  /** Takes all rows away and starts ids from 1. */
  clear(): Promise<void>
  close(): Promise<void>
}

interface Opened {
  database: Database
  port: WatchableDatabase
  close(): Promise<void>
}

const workspace = '1'
/** scrypt's cost in tests: they make many passwords and keep none. */
const cheap = { N: 1024, r: 8, p: 1 }

/** `clock`: of the rows that are written. */
export function createTestDatabase(
  model: WorkspaceModel,
  storage: Omit<StorageOptions, 'ephemeral'>,
  clock: { now(): number } = clockPort,
): TestDatabase {
  let opening: Promise<Opened> | null = null
  /** Each that asks gets an error of its own, which says where it was asked for. */
  const opened = () => (opening ??= open(model, storage, clock)).catch(unavailable)
  /** One that could not be opened has failed the tests that asked for it. */
  const there = async () => (await opening?.catch(() => null)) ?? null
  return {
    port: lazyPort(async () => (await opened()).port),
    tellingAddons: (addon) => lazyPort(async () => (await opened()).port.tellingAddons(addon)),
    async clear() {
      const found = await there()
      if (found !== null && model.tables.size > 0) await truncateAll(found.database)
    },
    async close() {
      await (await there())?.close()
    },
  }
}

function unavailable(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error)
  throw new StackError(
    'standard',
    'no_test_database',
    `Tests run on a database of their own, and none could be made: ${reason}`,
    {
      hint: 'Give the user of DATABASE_URL the right to create databases.',
    },
  )
}

async function open(
  model: WorkspaceModel,
  options: Omit<StorageOptions, 'ephemeral'>,
  clock: { now(): number },
): Promise<Opened> {
  const storage = await openStorage({ ...options, ephemeral: true })
  const database = createDatabase({ url: storage.url })
  await migrate(database.pool, schemaName(workspace, 'live'), model.tables.values())
  const port = database.port(
    { workspace, tables: [...model.tables.values()], addons: addonPlans(model, options.log) },
    'live',
    {
      now: () => clock.now(),
      hashPassword: (password) => hashPassword(password, cheap),
      isHash,
      parseTime: (text, now) => parsePhrase(text, now, ''),
    },
  )
  return {
    database,
    port,
    async close() {
      await database.close()
      await storage.close()
    },
  }
}

async function truncateAll(database: Database): Promise<void> {
  const session = sessionOf(database.pool)
  const rows = await session.query(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables where schemaname = $1`,
    [schemaName(workspace, 'live')],
  )
  const names = rows[0]?.['names']
  if (typeof names === 'string') await session.query(`truncate ${names} restart identity cascade`)
}

/** A port whose database is opened by the first call. */
function lazyPort(port: () => Promise<DatabasePort>): DatabasePort {
  const lazy: DatabasePort = {
    query: async (plan, values) => (await port()).query(plan, values),
    record: async (plan, value) => (await port()).record(plan, value),
    write: async (plan, value, values) => (await port()).write(plan, value, values),
    bulk: async (plan, items, values) => (await port()).bulk(plan, items, values),
    truncate: async (plan) => (await port()).truncate(plan),
    direct: async (plan, sql, args) => (await port()).direct(plan, sql, args),
    schema: async (table, path) => (await port()).schema(table, path),
    transaction: async (work, isolation) => (await port()).transaction(work, isolation),
    withDatasource: () => lazy,
  }
  return lazy
}
