'use client'
import type { Field } from '@cairn/language'
import { useMemo } from 'react'
import { useObjects } from '../objects/use-objects.ts'
import { useTableSources } from '../workspace/use-table-sources.ts'
import type { Surroundings } from './designer-context.tsx'
import { fieldsOf } from './engine/commands/fields.ts'
import { readDocument } from './engine/document.ts'
import { formOf, typeText } from './fields/field-line.ts'
import type { Column } from './value/known-names.ts'

/** The tables with their columns and the functions of a workspace, for pickers and completion. */
export function useSurroundings(workspace: number): { surroundings: Surroundings; authTables: string[] } {
  const objects = useObjects(workspace).data
  const { sources } = useTableSources(workspace)
  return useMemo(() => {
    const named = (kind: string) => (objects ?? []).filter((object) => object.kind === kind)
    const columns = sources.map(({ name, draft, published }) => [name, columnsOf(published ?? draft ?? '')] as const)
    const surroundings = {
      tables: named('table').map(({ name }) => name),
      functions: named('function').map(({ name }) => name),
      addons: named('addon').map(({ name }) => name),
      env: ['$remote_ip', '$http_headers', '$request_uri', '$request_method', '$datasource', '$branch'],
      columns: Object.fromEntries(columns),
    }
    return { surroundings, authTables: named('table').flatMap(({ name, auth }) => (auth === null ? [] : [name])) }
  }, [objects, sources])
}

function columnsOf(source: string): Column[] {
  const { object } = readDocument(source)
  const fields = object === null ? [] : fieldsOf(object, 'schema')
  return fields.map((field) => ({ name: field.name, type: typeText(field), values: valuesOf(field) }))
}

function valuesOf(field: Field): string[] {
  if (field.type === 'bool') return ['true', 'false']
  const { values } = formOf(field)
  return values === '' ? [] : values.split('\n').map((value) => JSON.stringify(value))
}
