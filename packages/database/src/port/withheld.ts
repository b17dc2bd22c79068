import { StackError } from '@cairn/statements'
import type { Session } from '../connect/session.ts'
import { quoteText } from '../catalogue/identifier.ts'

/**
 * Functions of the server that no direct query may call: they change settings (and so the role), run SQL out of a text,
 * speak to other sessions, or hold or leave something in the session.
 */
const withheld = [
  'set_config',
  '(query|cursor|table|schema|database)_to_xml(schema|_and_xmlschema)?',
  'ts_stat',
  'ts_rewrite',
  'pg_notify',
  'pg_sleep(_for|_until)?',
  'pg_(try_)?advisory_\\w+',
  'pg_logical_emit_message',
  'pg_export_snapshot',
  'lo_\\w+|lo(read|write)',
].join('|')

/** `pg_settings` can be written to, which sets; an identifier with escapes could spell any of these names. */
const refused = new RegExp(`(?<![\\w$])(?:${withheld}|pg_settings)(?![\\w$])|u&"`, 'i')

/** Refuses SQL that names what is withheld, wherever it does: texts and comments are not told apart from code. */
export function refuseWithheld(sql: string): void {
  const found = refused.exec(sql)
  if (found === null) return
  throw new StackError('accessdenied', 'not_permitted', `A direct query may not use ${found[0]}.`)
}

/**
 * Takes the withheld functions, and temporary tables, from everyone but superusers in this database. A role that is no
 * superuser itself cannot do that; then the names are refused only.
 */
export async function withholdFunctions(session: Session): Promise<void> {
  const [state] = await session.query(
    `select (select rolsuper from pg_roles where rolname = current_user) as mighty,
      exists (select 1 from pg_proc, lateral aclexplode(coalesce(proacl, acldefault('f', proowner))) as right_of
        where pronamespace = 'pg_catalog'::regnamespace and proname ~ $1 and right_of.grantee = 0) as open`,
    [`^(${withheld})$`],
  )
  if (state?.['mighty'] !== true || state['open'] !== true) return
  await session.query(`do $$
    declare one regprocedure;
    begin
      for one in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ ${quoteText(`^(${withheld})$`)} loop
        execute format('revoke execute on function %s from public', one);
      end loop;
      revoke update on pg_catalog.pg_settings from public;
      execute format('revoke temporary on database %I from public', current_database());
    end $$`)
}
