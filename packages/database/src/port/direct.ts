import { StackError, type DirectPlan, type Value } from '@cairn/statements'
import { quoteName, quoteText } from '../catalogue/identifier.ts'
import { text, json } from '../catalogue/value-types.ts'
import type { WireType } from '../connect/statement.ts'
import { bindMarks } from './direct-marks.ts'
import { roleOf } from './role.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'
import { runTransaction } from './transaction.ts'
import { refuseWithheld } from './withheld.ts'

/** Statements that read or write rows. Others could end the transaction or take the role off. */
const rowStatement = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/|\()*(?:select|insert|update|delete|with|values|merge)\b/i

/**
 * `db.direct_query`: SQL of the stack's author, with its values bound. It is one statement that reads or writes rows, run
 * in a transaction as the workspace's own role, which was granted that schema's tables and nothing else. The session
 * belongs to a mightier role, so every way for a statement to change roles is withheld: see withheld.ts.
 */
export async function runDirect(
  plan: DirectPlan,
  sql: string,
  args: readonly Value[],
  store: Store,
  runner: Runner,
): Promise<Value> {
  const { text: marked, values } = bindMarks(plan.sql ?? sql, args)
  if (!rowStatement.test(marked)) {
    throw new StackError(
      'standard',
      'not_permitted',
      'A direct query selects, inserts, updates, deletes or merges rows.',
    )
  }
  refuseWithheld(marked)
  const parameters: WireType[] = values.map(wireOf)
  const converted = values.map(storable)
  const { schema } = store.catalogue
  const role = roleOf(schema)
  const rows = await runTransaction(
    async (inner) => {
      const command = (content: string): Promise<unknown> =>
        inner.run({ name: '', text: content, parameters: [], results: [], read: () => null, quick: false }, [])
      await command(
        `select set_config('search_path', ${quoteText(`${quoteName(schema)}, pg_temp`)}, true), set_config('role', ${quoteText(role)}, true)`,
      )
      const statement = { name: '', text: marked, parameters, results: [], read: null, quick: false }
      const result = await inner.run<{ [key: string]: Value }>(statement, converted)
      await command('set local role none')
      return result.rows
    },
    undefined,
    runner,
  )
  return plan.responseType === 'single' ? (rows[0] ?? null) : rows
}

/** A value's type is for the server to find from where it stands: everything but documents goes as text of no type. */
function wireOf(value: Value): WireType {
  if (value !== null && typeof value === 'object') return { ...json.wire, oid: 0 }
  return { ...text.wire, oid: 0, binary: false }
}

/** A document as it is, everything else as its text. */
function storable(value: Value): Value {
  if (value === null || typeof value === 'object') return value
  const converted = String(value)
  if (!converted.includes('\0')) return converted
  throw new StackError('badrequest', 'invalid_value', 'A text holds a character that cannot be stored.')
}
