import type { Finding } from '../diagnostic.ts'
import { clause } from '../lookup.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader, readBase } from './attribute-reader.ts'
import { isRecord, type Literal } from './literal-value.ts'
import { readFields } from './read-field.ts'
import type { IndexDefinition, IndexField, TableObject } from './types.ts'

const INDEX_TYPES: Readonly<Record<string, IndexDefinition['type']>> = {
  primary: 'primary',
  btree: 'btree',
  unique: 'unique',
  'btree|unique': 'unique',
  gin: 'gin',
  gist: 'gist',
  spatial: 'spatial',
  search: 'search',
  vector: 'vector',
}

export function readTable(statement: Statement, findings: Finding[]): TableObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'table',
    ...readBase(statement, reader),
    auth: reader.flag('auth', false),
    fields: readFields(clause(statement.body, 'schema')?.body ?? null, findings),
    indexes: reader.list('index').flatMap((item) => readIndex(item, reader) ?? []),
  }
}

function readIndex(item: Literal, reader: AttributeReader): IndexDefinition | null {
  const place = reader.expression('index')
  if (!isRecord(item) || place === null) return null
  const written = item['type']
  const type = typeof written === 'string' && Object.hasOwn(INDEX_TYPES, written) ? INDEX_TYPES[written] : undefined
  if (type === undefined) {
    const hint = `Use one of ${Object.keys(INDEX_TYPES).join(', ')}.`
    reader.report('unknown_index_type', place, `There is no index type ${JSON.stringify(written ?? null)}.`, hint)
    return null
  }
  const fields = item['field'] ?? item['fields']
  return {
    type,
    fields: Array.isArray(fields) ? fields.flatMap((field) => readIndexField(field) ?? []) : [],
    name: textOf(item['name']),
    language: textOf(item['lang'] ?? item['language']),
  }
}

function readIndexField(field: Literal): IndexField | null {
  if (typeof field === 'string') return { name: field, op: null }
  if (!isRecord(field)) return null
  const name = textOf(field['name'])
  return name === null ? null : { name, op: textOf(field['op']) }
}

function textOf(value: Literal | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
