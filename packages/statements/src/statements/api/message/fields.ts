import { toText } from '../../../values/convert.ts'
import { isObject } from '../../../values/kinds.ts'
import { FileResource, type Value } from '../../../values/value.ts'

/** A field of a form: its name in bracket form and its value. */
export type Field = readonly [name: string, value: string | FileResource]

/** The fields of a form: `{a: {b: [1]}}` is `a[b][0]=1`. A bool is 1 or 0; null is left out, as are streams. */
export function fieldsOf(params: Value): Field[] {
  return membersOf(params).flatMap(([name, value]) => fieldsAt(name, value))
}

/** Fields as they stand in an address or a body: `a=1&b=2`. */
export function formText(fields: readonly Field[]): string {
  const search = new URLSearchParams()
  for (const [name, value] of fields) search.append(name, value instanceof FileResource ? value.name : value)
  return search.toString()
}

/** Whether a file is anywhere in it. */
export function holdsFile(params: Value): boolean {
  return params instanceof FileResource || membersOf(params).some(([, value]) => holdsFile(value))
}

function fieldsAt(name: string, value: Value): Field[] {
  if (value === null) return []
  if (value instanceof FileResource) return [[name, value]]
  if (typeof value === 'boolean') return [[name, value ? '1' : '0']]
  if (typeof value !== 'object') return [[name, toText(value)]]
  return membersOf(value).flatMap(([key, inner]) => fieldsAt(`${name}[${key}]`, inner))
}

function membersOf(value: Value): [string, Value][] {
  return Array.isArray(value) || isObject(value) ? Object.entries(value) : []
}
