import { nameOf, readDocument } from '../designer/engine/document.ts'
import { argumentOf } from '../designer/engine/summary.ts'
import { fieldsOf } from '../designer/engine/commands/fields.ts'
import { formOf } from '../designer/fields/field-line.ts'

/** A table in the diagram. */
export interface DiagramTable {
  object: number
  name: string
  auth: boolean
  columns: { name: string; type: string; table: string }[]
}

/** A column that points to the rows of a table. */
interface DiagramReference {
  from: string
  column: string
  to: string
}

export interface Diagram {
  tables: DiagramTable[]
  references: DiagramReference[]
}

/** The tables and references of texts, drafts first. What points to a table that is not there is left out. */
export function diagramOf(sources: readonly { id: number; draft: string | null; published: string | null }[]): Diagram {
  const tables = sources.flatMap(({ id, draft, published }): DiagramTable[] => {
    const { object } = readDocument(draft ?? published ?? '')
    if (object === null) return []
    const auth = argumentOf(object, 'auth')
    const columns = fieldsOf(object, 'schema').map((field) => {
      const { name, type, list, table } = formOf(field)
      return { name, type: list ? `${type}[]` : type, table }
    })
    return [{ object: id, name: nameOf(object.target), auth: auth?.kind === 'boolean' && auth.value, columns }]
  })
  const names = new Set(tables.map(({ name }) => name))
  const references = tables.flatMap(({ name, columns }) =>
    columns.flatMap((column) =>
      names.has(column.table) ? [{ from: name, column: column.name, to: column.table }] : [],
    ),
  )
  return { tables: tables.toSorted((a, b) => a.name.localeCompare(b.name)), references }
}
