import type { FieldDefinition, QueryObject, TableObject } from '@cairn/language'

/** The inputs of an endpoint, a table's columns in the place of a link to it. */
export function inputFields(query: QueryObject, tables: ReadonlyMap<string, TableObject>): FieldDefinition[] {
  return query.inputs.flatMap((field) => {
    if (field.disabled) return []
    return field.type === 'dblink' ? linkedColumns(field, tables) : [field]
  })
}

function linkedColumns(link: FieldDefinition, tables: ReadonlyMap<string, TableObject>): FieldDefinition[] {
  const columns = tables.get(link.table ?? '')?.fields ?? []
  return columns.filter(
    ({ name, visibility, disabled }) =>
      name !== 'id' && visibility === 'public' && !disabled && link.override[name]?.hidden !== true,
  )
}

/** Names of the parameters in a path: `deal/{deal_id}`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{([^/}]+)\}/g)].map((match) => match[1]!)
}
