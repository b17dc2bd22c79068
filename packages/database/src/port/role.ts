import type { Session } from '../connect/session.ts'
import { quoteName, quoteText, sqlName } from '../catalogue/identifier.ts'
import { withholdFunctions } from './withheld.ts'

/** The role that direct queries of a schema run as. */
export function roleOf(schema: string): string {
  return sqlName(`cairn_${schema}`)
}

/**
 * Makes the role of a schema and lets us become it; false when our own role may not, as where PostgreSQL is somebody
 * else's to run: then direct queries are refused. To be called outside of a transaction: roles belong to all databases
 * of a server, so another one may be making the same role, and only a command of its own sees what that one committed.
 */
export async function makeRole(session: Session, schema: string): Promise<boolean> {
  const role = roleOf(schema)
  const name = quoteName(role)
  const known = await session.query(
    `select 1 as found from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')`,
    [role],
  )
  if (known.length > 0) return true
  await session.query(unlessDone(`create role ${name} nologin`))
  await session.query(unlessDone(`grant ${name} to current_user`))
  const [state] = await session.query(
    `select coalesce((select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1), false) as ours`,
    [role],
  )
  return state?.['ours'] === true
}

/**
 * Grants the role of a schema the rows of that schema's tables, now and for tables to come. It owns nothing, cannot log
 * in, and reads no other schema. One at a time in a database: grants of two sessions would trip each other.
 */
export async function grantSchema(session: Session, schema: string): Promise<void> {
  const [name, place] = [quoteName(roleOf(schema)), quoteName(schema)]
  await withholdFunctions(session)
  await session.query(`grant usage on schema ${place} to ${name}`)
  await session.query(`grant select, insert, update, delete on all tables in schema ${place} to ${name}`)
  await session.query(`grant usage, select on all sequences in schema ${place} to ${name}`)
}

/**
 * A statement that another session may be carrying out just now, for which PostgreSQL has no code of its own, or that we
 * may not carry out.
 */
function unlessDone(statement: string): string {
  const others = 'duplicate_object or unique_violation or internal_error or insufficient_privilege or undefined_object'
  return `do $$ begin execute ${quoteText(statement)}; exception when ${others} then null; end $$`
}
