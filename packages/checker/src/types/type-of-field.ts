import type { FieldDefinition, FieldType } from '@cairn/language'
import { any, anyObject, bool, listOf, nothing, number, objectOf, text, type ScalarKind, type Type } from './type.ts'

const scalars: Readonly<Record<FieldType, ScalarKind | 'object'>> = {
  int: 'int',
  decimal: 'decimal',
  text: 'text',
  bool: 'bool',
  email: 'text',
  password: 'text',
  uuid: 'uuid',
  timestamp: 'timestamp',
  date: 'any',
  enum: 'text',
  json: 'any',
  object: 'object',
  vector: 'any',
  file: 'any',
  image: 'any',
  video: 'any',
  audio: 'any',
  attachment: 'any',
  geo_point: 'any',
  geo_multipoint: 'any',
  geo_linestring: 'any',
  geo_multilinestring: 'any',
  geo_polygon: 'any',
  geo_multipolygon: 'any',
  dblink: 'any',
}

/** The type of a column or of an input. */
export function typeOfField(field: FieldDefinition): Type {
  const single = scalars[field.type] === 'object' ? objectField(field) : { kind: scalars[field.type] as ScalarKind }
  return field.list === null ? single : listOf(single)
}

function objectField({ schema }: FieldDefinition): Type {
  if (schema.length === 0) return anyObject
  return objectOf(
    schema.map((field) => [field.name, typeOfField(field)]),
    true,
  )
}

/** The type that a name of the catalogue stands for. Rows are `any` here: their table is known elsewhere. */
export function typeNamed(name: string): Type {
  const known: Readonly<Record<string, Type>> = {
    null: nothing,
    bool,
    int: { kind: 'int' },
    decimal: { kind: 'decimal' },
    number,
    text,
    timestamp: { kind: 'timestamp' },
    file: { kind: 'file' },
    array: listOf(any),
    stream: { kind: 'stream', items: any },
    object: anyObject,
  }
  return known[name] ?? any
}
