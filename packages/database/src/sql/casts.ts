import { int, json, listOf, text } from '../catalogue/value-types.ts'
import type { Typed } from './compilation.ts'

/** SQL of a value as text, as a person would write it. */
export function asText({ sql, type }: Typed): string {
  if (type.family === 'text') return sql
  return type.family === 'json' ? `(${sql} #>> '{}')` : `(${sql})::text`
}

/** SQL of a value as double precision; a time as epoch milliseconds; null when it is no number. */
export function asNumber({ sql, type }: Typed): string {
  switch (type.family) {
    case 'number':
      return type === int ? `(${sql})::double precision` : sql
    case 'bool':
      return `(${sql})::int::double precision`
    case 'time':
      return `(extract(epoch from ${sql}) * 1000)::double precision`
    case 'json':
      return `(case jsonb_typeof(${sql}) when 'number' then (${sql})::double precision end)`
    default:
      return `substring((${sql})::text from '^\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*$')::double precision`
  }
}

/** SQL of a value as timestamptz; numbers are epoch milliseconds, days begin at midnight UTC. */
export function asTime(value: Typed): string {
  if (value.type.family === 'time') return value.sql
  if (value.type.family === 'date') return `((${value.sql})::timestamp at time zone 'UTC')`
  return `to_timestamp(${asNumber(value)} / 1000.0)`
}

/** SQL of a value as jsonb; null stays null. */
export function asJson({ sql, type }: Typed): string {
  return type === json ? sql : `to_jsonb(${sql})`
}

/** Brings two expressions to one type that can be compared. */
export function alike(left: Typed, right: Typed): [Typed, Typed] {
  if (left.type === right.type || (left.type.family === 'number' && right.type.family === 'number'))
    return [left, right]
  if (left.type.family === 'json' || right.type.family === 'json') {
    return [
      { sql: asJson(left), type: json },
      { sql: asJson(right), type: json },
    ]
  }
  const families = [left.type.family, right.type.family]
  if (families.includes('time') && !families.includes('text')) {
    const timed = left.type.family === 'time' ? left.type : right.type
    return [
      { sql: asTime(left), type: timed },
      { sql: asTime(right), type: timed },
    ]
  }
  return [
    { sql: asText(left), type: text },
    { sql: asText(right), type: text },
  ]
}

/** The list type whose elements are of that type; for documents, a document. */
export function listType(of: Typed['type']): Typed['type'] {
  return of.family === 'json' || of.family === 'list' ? of : listOf(of)
}
