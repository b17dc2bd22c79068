import type { Session } from '../connect/session.ts'
import { quoteName, quoteText, sqlName } from '../catalogue/identifier.ts'
import { withholdFunctions } from './withheld.ts'

/** The role that direct queries of a schema run as. */
export function roleOf(schema: string): string {
  return sqlName(`cairn_${schema}`)
}

/**
 * Makes the role of a schema and grants it the rows of that schema's tables, now and for tables to come. It owns nothing,
 * cannot log in, and reads no other schema. One at a time in a database: grants of two sessions would trip each other.
 * Roles belong to all databases of a server, so another one may make the role, or join it, at the same moment.
 */
export async function grantSchema(session: Session, schema: string): Promise<void> {
  const role = roleOf(schema)
  const [name, place] = [quoteName(role), quoteName(schema)]
  const known = await session.query('select 1 as found from pg_roles where rolname = $1', [role])
  if (known.length === 0) await session.query(unlessDone(`create role ${name} nologin`))
  await session.query(unlessDone(`grant ${name} to current_user`))
  await withholdFunctions(session)
  await session.query(`grant usage on schema ${place} to ${name}`)
  await session.query(`grant select, insert, update, delete on all tables in schema ${place} to ${name}`)
  await session.query(`grant usage, select on all sequences in schema ${place} to ${name}`)
}

/** A statement that another session may be carrying out just now; PostgreSQL has no code of its own for that. */
function unlessDone(statement: string): string {
  const others = 'duplicate_object or unique_violation or internal_error'
  return `do $$ begin execute ${quoteText(statement)}; exception when ${others} then null; end $$`
}
