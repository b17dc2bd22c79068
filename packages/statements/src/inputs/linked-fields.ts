import type { FieldDefinition, TableObject } from '@cairn/language'
import { StackError } from '../values/error.ts'

export type TableLookup = (name: string) => TableObject | undefined

/**
 * The inputs that a list of definitions stands for: without disabled ones, a database link replaced by the columns it
 * shows. A column that is also written as an input of its own stands as written.
 */
export function effectiveFields(fields: readonly FieldDefinition[], table: TableLookup): FieldDefinition[] {
  const active = fields.filter((field) => !field.disabled)
  const byName = new Map<string, FieldDefinition>()
  for (const field of active) {
    for (const column of field.type === 'dblink' ? linkedColumns(field, table) : [field])
      byName.set(column.name, column)
  }
  for (const field of active) if (field.type !== 'dblink') byName.set(field.name, field)
  return [...byName.values()]
}

/** All columns that may be set from outside: not the key, nothing private or internal, nothing the link hides. */
function linkedColumns(link: FieldDefinition, table: TableLookup): FieldDefinition[] {
  const linked = table(link.table ?? '')
  if (linked === undefined) {
    throw new StackError('standard', 'unknown_table', `Unable to locate table: ${link.table ?? ''}`, {
      hint: 'The database link of the inputs names a table that the workspace does not have.',
    })
  }
  return linked.fields.filter((column) => isShown(column, link))
}

function isShown(column: FieldDefinition, link: FieldDefinition): boolean {
  if (column.disabled || column.type === 'dblink') return false
  if (column.name === 'id' || column.visibility !== 'public') return false
  return !Object.hasOwn(link.override, column.name) || link.override[column.name]?.hidden !== true
}
