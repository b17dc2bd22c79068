import type { FieldDefinition, FieldType } from '@cairn/language'
import type { Value } from '@cairn/statements'
import { quoteName, sqlName } from './identifier.ts'
import { literalValue } from './literal.ts'
import { unfit, type TimeSource, type ValueType } from './value-type.ts'
import * as types from './value-types.ts'

/** A column as statements see it. `sql` is its quoted name. */
export interface Column {
  name: string
  sql: string
  kind: FieldType
  type: ValueType
  nullable: boolean
  /** Neither in answers nor in filters that come from outside, unless the stack names it. */
  hidden: boolean
  /** enum: what may be stored. */
  values: ReadonlySet<string> | null
  definition: FieldDefinition
  /** What is stored when nothing was given: the declared default, else the type's empty value. */
  fallback(time: TimeSource): unknown
}

/** What PostgreSQL stores each kind of column as, and the value of one that holds nothing and is not nullable. */
const storage: Record<FieldType, { type: ValueType; empty: Value }> = {
  int: { type: types.int, empty: 0 },
  decimal: { type: types.decimal, empty: 0 },
  text: { type: types.text, empty: '' },
  bool: { type: types.bool, empty: false },
  email: { type: types.text, empty: '' },
  password: { type: types.text, empty: '' },
  uuid: { type: types.uuid, empty: null },
  timestamp: { type: types.timestamp, empty: null },
  date: { type: types.date, empty: null },
  enum: { type: types.text, empty: null },
  json: { type: types.json, empty: null },
  object: { type: types.json, empty: {} },
  vector: { type: types.listOf(types.decimal), empty: null },
  file: { type: types.json, empty: null },
  image: { type: types.json, empty: null },
  video: { type: types.json, empty: null },
  audio: { type: types.json, empty: null },
  attachment: { type: types.json, empty: null },
  geo_point: { type: types.json, empty: null },
  geo_multipoint: { type: types.json, empty: null },
  geo_linestring: { type: types.json, empty: null },
  geo_multilinestring: { type: types.json, empty: null },
  geo_polygon: { type: types.json, empty: null },
  geo_multipolygon: { type: types.json, empty: null },
  dblink: { type: types.json, empty: null },
}

export function columnOf(definition: FieldDefinition): Column {
  const { type, empty } = storage[definition.type]
  const isList = definition.list !== null
  // A list of documents is one document: jsonb can be searched by what its elements contain.
  const stored = !isList || type === types.json ? type : types.listOf(type)
  return {
    name: definition.name,
    sql: quoteName(sqlName(definition.name)),
    kind: definition.type,
    type: stored,
    nullable: definition.nullable,
    hidden: definition.type === 'password' || definition.visibility === 'internal',
    values: definition.type === 'enum' ? new Set(definition.values) : null,
    definition,
    fallback: fallbackOf(definition, stored, isList ? [] : empty),
  }
}

function fallbackOf(definition: FieldDefinition, type: ValueType, empty: Value): Column['fallback'] {
  const declared = definition.default === null ? undefined : literalValue(definition.default)
  const given = declared ?? (definition.nullable ? null : empty)
  return (time) => {
    const value = type.convert(given, time)
    return value === unfit ? type.convert(empty, time) : value
  }
}
