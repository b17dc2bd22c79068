import type { Pool } from '../connect/pool.ts'
import { sessionOf } from '../connect/session.ts'
import { quoteName, quoteText, sqlName } from '../catalogue/identifier.ts'
import { withholdFunctions } from './withheld.ts'

/** The role that direct queries of a schema run as. */
export function roleOf(schema: string): string {
  return sqlName(`cairn_${schema}`)
}

/**
 * Makes the role of a schema and grants it the rows of that schema's tables, now and for tables to come. It owns nothing,
 * cannot log in, and reads no other schema.
 */
export async function grantSchema(pool: Pool, schema: string): Promise<void> {
  const role = roleOf(schema)
  const session = sessionOf(pool)
  const [name, place] = [quoteName(role), quoteName(schema)]
  const known = await session.query('select 1 as found from pg_roles where rolname = $1', [role])
  if (known.length === 0) {
    await session.query(
      `do $$ begin execute format('create role %I nologin', ${quoteText(role)}); exception when duplicate_object or unique_violation then null; end $$`,
    )
  }
  await session.query(`grant ${name} to current_user`)
  await withholdFunctions(pool)
  await session.query(`grant usage on schema ${place} to ${name}`)
  await session.query(`grant select, insert, update, delete on all tables in schema ${place} to ${name}`)
  await session.query(`grant usage, select on all sequences in schema ${place} to ${name}`)
}
