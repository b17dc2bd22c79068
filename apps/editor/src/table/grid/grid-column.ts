import { fieldsOf } from '../../designer/engine/commands/fields.ts'
import { readDocument } from '../../designer/engine/document.ts'
import { formOf } from '../../designer/fields/field-line.ts'

/** A column of the grid. */
export interface GridColumn {
  name: string
  type: string
  list: boolean
  nullable: boolean
  /** Of an enum: what it may be. */
  values: readonly string[]
  /** The table whose rows it points to; '' where it points to none. */
  table: string
}

/** The columns that the grid shows of a table's text: passwords are never among them. */
export function gridColumns(text: string): GridColumn[] {
  const { object } = readDocument(text)
  const fields = object === null ? [] : fieldsOf(object, 'schema')
  return fields
    .filter(({ type, disabled }) => type !== 'password' && type !== 'dblink' && !disabled)
    .map((field) => {
      const { name, type, list, nullable, values, table } = formOf(field)
      return { name, type, list, nullable, values: values === '' ? [] : values.split('\n'), table }
    })
}
