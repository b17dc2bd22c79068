import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { WorkspaceError } from '../workspace-error.ts'

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface AppliedMigration {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

/** Any number that nobody else locks; the same in every process. */
const LOCK = 7_227_460_001

const LEDGER = `CREATE SCHEMA IF NOT EXISTS cairn;
CREATE TABLE IF NOT EXISTS cairn._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies the migrations of a folder in Prisma's layout that the database does not have yet, in order of their names,
 * and keeps Prisma's ledger. One process at a time; the others wait and find nothing to do.
 */
export const migrate = async (client: Client, folder: string): Promise<{ applied: string[] }> => {
  const migrations = await readMigrations(folder)
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(LEDGER)
    const pending = pendingMigrations(migrations, await readLedger(client))
    for (const migration of pending) await apply(client, migration)
    return { applied: pending.map((migration) => migration.name) }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const readLedger = async (client: Client): Promise<AppliedMigration[]> => {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at FROM cairn._prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}

const pendingMigrations = (migrations: Migration[], ledger: AppliedMigration[]): Migration[] => {
  const applied = new Map(ledger.map((row) => [row.migration_name, row]))
  return migrations.filter((migration) => {
    const row = applied.get(migration.name)
    if (row === undefined) return true
    refuseInterrupted(row)
    if (row.checksum !== migration.checksum) throw changed(migration.name)
    return false
  })
}

const refuseInterrupted = (row: AppliedMigration): void => {
  if (row.finished_at !== null) return
  throw new WorkspaceError('migration_interrupted', {
    at: row.migration_name,
    message:
      `Migration ${row.migration_name} was started and did not finish. Look at the schema "cairn", undo what it left, ` +
      `delete its row from cairn._prisma_migrations, then start again.`,
  })
}

const changed = (name: string): WorkspaceError =>
  new WorkspaceError('migration_changed', {
    at: name,
    message:
      `Migration ${name} is not the text that was applied to this database. ` +
      `Restore prisma/migrations/${name}/migration.sql and put the change into a new migration.`,
  })

/** The row is written first and finished last, so that a migration cut off midway is seen by the next start. */
const apply = async (client: Client, migration: Migration): Promise<void> => {
  const id = randomUUID()
  await client.query('INSERT INTO cairn._prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    migration.checksum,
    migration.name,
  ])
  try {
    await client.query(`BEGIN; ${migration.sql}; COMMIT`)
  } catch (cause) {
    await client.query('ROLLBACK')
    await client.query('DELETE FROM cairn._prisma_migrations WHERE id = $1', [id])
    throw new WorkspaceError('migration_failed', {
      at: migration.name,
      message: `Migration ${migration.name} failed and was rolled back: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    })
  }
  await client.query('UPDATE cairn._prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [
    id,
  ])
}
