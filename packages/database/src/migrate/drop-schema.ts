import { quoteName } from '../catalogue/identifier.ts'
import type { Pool } from '../connect/pool.ts'
import { sessionOf } from '../connect/session.ts'

/** Drops a datasource's schema with every table and row in it. Nothing happens where there is none. */
export async function dropSchema(pool: Pool, schema: string): Promise<void> {
  await sessionOf(pool).query(`drop schema if exists ${quoteName(schema)} cascade`)
}
