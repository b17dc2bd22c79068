import { literalValue, type FieldDefinition, type FieldType } from '@cairn/language'

export type Schema = { [key: string]: Json }
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const file: Schema = { type: 'string', format: 'binary' }
const geo: Schema = { type: 'object', properties: { type: { type: 'string' }, data: {} } }

/** What a caller sends for each type of input. */
const SCHEMAS: Record<FieldType, Schema> = {
  int: { type: 'integer' },
  decimal: { type: 'number' },
  text: { type: 'string' },
  bool: { type: 'boolean' },
  email: { type: 'string', format: 'email' },
  password: { type: 'string', format: 'password' },
  uuid: { type: 'string', format: 'uuid' },
  timestamp: { type: ['integer', 'string'], description: 'Milliseconds since 1970, or a time as text.' },
  date: { type: 'string', format: 'date' },
  enum: { type: 'string' },
  json: {},
  object: { type: 'object' },
  vector: { type: 'array', items: { type: 'number' } },
  file,
  image: file,
  video: file,
  audio: file,
  attachment: file,
  geo_point: geo,
  geo_multipoint: geo,
  geo_linestring: geo,
  geo_multilinestring: geo,
  geo_polygon: geo,
  geo_multipolygon: geo,
  dblink: { type: 'object' },
}

export const isFile = ({ type }: FieldDefinition): boolean => SCHEMAS[type] === file

/** The JSON Schema of an input. */
export function fieldSchema(field: FieldDefinition): Schema {
  const one = ofOne(field)
  const schema = field.list === null ? one : { type: 'array', items: one, ...bounds(field.list) }
  const described = field.description === '' ? schema : { ...schema, description: field.description }
  const fallback = field.default === null ? null : literalValue(field.default)
  const withDefault = fallback?.known === true ? { ...described, default: fallback.value as Json } : described
  return field.nullable ? { anyOf: [withDefault, { type: 'null' }] } : withDefault
}

function ofOne(field: FieldDefinition): Schema {
  if (field.type === 'enum' && field.values.length > 0) return { type: 'string', enum: field.values }
  return field.schema.length > 0 ? objectSchema(field.schema) : SCHEMAS[field.type]
}

function bounds({ min, max }: { min: number | null; max: number | null }): Schema {
  return { ...(min === null ? {} : { minItems: min }), ...(max === null ? {} : { maxItems: max }) }
}

/** The JSON Schema of an object with these members. */
export function objectSchema(fields: FieldDefinition[]): Schema {
  const required = fields.filter((field) => field.required && field.default === null).map(({ name }) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    ...(required.length === 0 ? {} : { required }),
  }
}
