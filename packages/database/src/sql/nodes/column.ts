import { StackError } from '@cairn/statements'
import type { QueryNode } from '@cairn/statements'
import { unknownColumn, type Table } from '../../catalogue/catalogue.ts'
import { quoteName } from '../../catalogue/identifier.ts'
import { json, listOf, text } from '../../catalogue/value-types.ts'
import type { Compilation, Typed } from '../compilation.ts'

/**
 * `$db.table.column.path`. Also `$db.name` where the name is an eval or a column of the query's own table; `table` is
 * then that name, or empty with the name in `column`.
 */
export function column(node: Extract<QueryNode, { kind: 'column' }>, to: Compilation): Typed {
  const table = to.scope.get(node.table)
  if (table !== undefined && node.column !== '') return columnOfTable(node.table, table, node.column, node.path, to)
  const [name = '', ...path] = [node.table, node.column, ...node.path].filter((part) => part !== '')
  if (to.evals.has(name)) {
    const value = to.withinEval(name, (evaluated) => to.expression(evaluated, null))
    return path.length === 0 ? value : atPath(value, path, to)
  }
  const [own] = to.scope
  if (own?.[1].columns.has(name)) return columnOfTable(own[0], own[1], name, path, to)
  throw new StackError('standard', 'unknown_table', `The query has no table, alias, column or eval "${name}".`, {
    hint: `It knows: ${[...to.scope.keys(), ...to.evals.keys()].join(', ')}.`,
  })
}

function columnOfTable(alias: string, table: Table, name: string, path: readonly string[], to: Compilation): Typed {
  const found = table.columns.get(name)
  if (found === undefined) throw unknownColumn(table, name)
  const value = { sql: `${quoteName(alias)}.${found.sql}`, type: found.type }
  return path.length === 0 ? value : atPath(value, path, to)
}

/** A place within a document. The path is bound, never written into the SQL. */
function atPath(value: Typed, path: readonly string[], to: Compilation): Typed {
  const document = value.type.family === 'json' ? value.sql : `to_jsonb(${value.sql})`
  return { sql: `(${document} #> ${to.constant(listOf(text), [...path])})`, type: json }
}
