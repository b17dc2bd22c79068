import type { Value } from '@cairn/statements'
import { columnIn, tableOf } from '../catalogue/catalogue.ts'
import type { Column } from '../catalogue/column.ts'
import { literalValue } from '../catalogue/literal.ts'
import type { Store } from './store.ts'

/** `db.schema`: the columns of a table, or the one that `path` names (`address.city` within an object column). */
export function describeTable(tableName: string, path: string, store: Store): Value {
  const table = tableOf(store.catalogue, tableName)
  if (path === '') return [...table.columns.values()].map(describeColumn)
  const [name = '', ...rest] = path.split('.')
  let field = columnIn(table, name).definition
  for (const member of rest) {
    const inner = field.schema.find((candidate) => candidate.name === member)
    if (inner === undefined) return null
    field = inner
  }
  return describeField(field)
}

function describeColumn(column: Column): Value {
  return describeField(column.definition)
}

function describeField(field: Column['definition']): Value {
  return {
    name: field.name,
    type: field.type,
    list: field.list !== null,
    nullable: field.nullable,
    required: field.required,
    default: field.default === null ? null : (literalValue(field.default) ?? null),
    description: field.description,
    sensitive: field.sensitive,
    visibility: field.visibility,
    table: field.table,
    values: field.values,
    children: field.schema.map(describeField),
  }
}
