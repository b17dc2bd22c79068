import type { FieldDefinition, FieldType, IndexDefinition, TableObject } from '@cairn/language'

/** A column with everything left at its default. */
export function field(name: string, type: FieldType, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    name,
    type,
    list: null,
    nullable: false,
    required: false,
    default: null,
    description: '',
    sensitive: false,
    visibility: 'public',
    rules: [],
    values: [],
    table: null,
    override: {},
    schema: [],
    size: null,
    disabled: false,
    ...more,
  }
}

const span = { start: 0, end: 0 }

export function table(name: string, fields: FieldDefinition[], indexes: IndexDefinition[] = []): TableObject {
  // Nothing here reads the statement a table was read from.
  const statement = span as unknown as TableObject['statement']
  return { kind: 'table', name, fields, indexes, auth: false, description: '', tags: [], guid: null, statement }
}

function word(value: string): FieldDefinition['default'] {
  return { kind: 'word', value, ...span } as unknown as FieldDefinition['default']
}

export function index(type: IndexDefinition['type'], ...names: string[]): IndexDefinition {
  return { type, fields: names.map((name) => ({ name, op: null })), name: null, language: null }
}

/** A table with a column of every kind of storage. */
export const item = table(
  'item',
  [
    field('id', 'int'),
    field('created_at', 'timestamp', { default: word('now') }),
    field('name', 'text'),
    field('amount', 'int'),
    field('price', 'decimal', { nullable: true }),
    field('active', 'bool'),
    field('email', 'email', { nullable: true }),
    field('secret', 'password'),
    field('internal_note', 'text', { visibility: 'internal' }),
    field('code', 'uuid', { nullable: true }),
    field('day', 'date', { nullable: true }),
    field('status', 'enum', { values: ['open', 'done'], default: word('open') }),
    field('tags', 'text', { list: { min: null, max: null } }),
    field('details', 'json', { nullable: true }),
    field('place', 'geo_point', { nullable: true }),
    field('embedding', 'vector', { nullable: true, size: 2 }),
  ],
  [index('primary', 'id'), index('btree', 'name'), index('unique', 'email'), index('gin', 'tags'), index('gin', 'xdo')],
)
