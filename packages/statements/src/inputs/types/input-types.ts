import type { FieldDefinition, FieldType } from '@cairn/language'
import { bool } from './bool.ts'
import { oneOf } from './enum.ts'
import { file } from './files.ts'
import { shape } from './geo.ts'
import type { InputType } from './input-type.ts'
import { anyObject, json, vector } from './json.ts'
import { decimal, int } from './numbers.ts'
import { email, text, uuid } from './texts.ts'
import { date, timestamp } from './times.ts'

/** What a type needs of its field: an enum its values, a vector its size. */
export type TypeSettings = Pick<FieldDefinition, 'values' | 'size'>

/** How each type of field is read. `object` with a schema is `readObject`'s, a `dblink` stands for other fields. */
const types: Record<FieldType, InputType | ((settings: TypeSettings) => InputType)> = {
  int,
  decimal,
  text,
  bool,
  email,
  // It is hashed where it is written to a column.
  password: text,
  uuid,
  timestamp,
  date,
  enum: ({ values }) => oneOf(values),
  json,
  object: anyObject,
  vector: ({ size }) => vector(size),
  file,
  image: file,
  video: file,
  audio: file,
  attachment: file,
  geo_point: shape('point', 0),
  geo_multipoint: shape('multipoint', 1),
  geo_linestring: shape('linestring', 1),
  geo_multilinestring: shape('multilinestring', 2),
  geo_polygon: shape('polygon', 2),
  geo_multipolygon: shape('multipolygon', 3),
  dblink: json,
}

export function inputType(type: FieldType, settings: TypeSettings): InputType {
  const entry = types[type]
  return typeof entry === 'function' ? entry(settings) : entry
}
