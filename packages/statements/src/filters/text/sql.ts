import type { Filter, FilterDefinition } from '../../define/types.ts'
import { isContainer } from '../../values/kinds.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'
import { within } from '../limits.ts'

/** Values and names inside of SQL that a stack puts together. */
export const sql: readonly Filter[] = [
  {
    definition: define('sql_esc', 'The value as an SQL literal, quotes included. Prefer the arguments of the query.', [
      { expression: `"O'Brien"|sql_esc`, expect: "'O''Brien'" },
      { expression: '"a\\\\b"|sql_esc', expect: "E'a\\\\b'" },
      { expression: '12|sql_esc', expect: '12' },
      { expression: 'null|sql_esc', expect: 'NULL' },
    ]),
    evaluate: (value, _, context) => within(literal(value), context),
  },
  {
    definition: define('sql_alias', 'The text as an SQL name (of a table, column or alias), quotes included.', [
      { expression: '"total"|sql_alias', expect: '"total"' },
      { expression: `'a"b'|sql_alias`, expect: '"a""b"' },
    ]),
    evaluate: (value, _, context) => within(`"${withoutNul(toText(value)).replaceAll('"', '""')}"`, context),
  },
]

/** Backslashes go in the `E''` form, which means the same whatever `standard_conforming_strings` says. */
function literal(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number' && Number.isFinite(value)) return toText(value)
  if (isContainer(value)) throw refuse('A list or object is no SQL literal.', 'Use json_encode first.')
  const quoted = withoutNul(toText(value)).replaceAll("'", "''")
  return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`
}

function withoutNul(text: string): string {
  if (!text.includes('\0')) return text
  throw refuse('SQL text can hold no NUL character.', 'Remove it with replace.')
}

function refuse(message: string, hint: string): StackError {
  return new StackError('standard', 'bad_sql_value', message, { hint })
}

function define(name: string, help: string, examples: FilterDefinition['examples']): FilterDefinition {
  return { name, category: 'text', help, input: 'any', params: [], result: 'text', examples }
}
