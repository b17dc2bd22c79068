import type { Pool } from '../connect/pool.ts'
import { sessionOf } from '../connect/session.ts'
import type { MigrationOptions, MigrationPlan, MigrationWarning } from './migration.ts'
import { grantSchema, makeRole } from '../port/role.ts'
import { planMigration } from './plan.ts'
import { readDatabase } from './read-database.ts'
import type { TableObject } from '@cairn/language'

/** Any number that nothing else in the database locks by. */
const lockKey = 4_872_113

const noRole: MigrationWarning = {
  table: '*',
  reason: 'no_role',
  message: 'db.direct_query is refused: the user of the database may not create roles (CREATEROLE).',
}

/**
 * Makes a schema hold the wanted tables: reads it, plans and applies, in one transaction that only one process at a time
 * can be in. All or nothing. Returns the plan that was carried out.
 */
export async function migrate(
  pool: Pool,
  schema: string,
  wanted: Iterable<TableObject>,
  options: MigrationOptions = {},
): Promise<MigrationPlan> {
  return pool.withConnection(async (connection) => {
    const session = sessionOf(connection)
    const hasRole = await makeRole(session, schema)
    return inTransaction(session.query, async () => {
      const plan = planMigration(wanted, await readDatabase(session, schema), options)
      for (const statement of plan.statements) await session.query(statement)
      if (hasRole) await grantSchema(session, schema)
      else plan.warnings.push(noRole)
      return plan
    })
  })
}

/** Applies a plan that somebody has seen; all or nothing. */
export async function applyMigration(pool: Pool, plan: MigrationPlan): Promise<void> {
  await pool.withConnection(async (connection) => {
    const session = sessionOf(connection)
    const hasRole = await makeRole(session, plan.schema)
    await inTransaction(session.query, async () => {
      for (const statement of plan.statements) await session.query(statement)
      if (hasRole) await grantSchema(session, plan.schema)
    })
  })
}

type Query = (sql: string) => Promise<unknown>

async function inTransaction<T>(query: Query, work: () => Promise<T>): Promise<T> {
  await query('begin')
  try {
    // A new index over many rows takes its time.
    await query('set local statement_timeout = 0')
    await query(`select pg_advisory_xact_lock(${lockKey})`)
    const result = await work()
    await query('commit')
    return result
  } catch (error) {
    await query('rollback').catch(() => {})
    throw error
  }
}
