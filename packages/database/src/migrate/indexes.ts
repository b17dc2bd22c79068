import { createHash } from 'node:crypto'
import type { IndexDefinition, TableObject } from '@cairn/language'
import { columnOf, type Column } from '../catalogue/column.ts'
import { quoteName, quoteText, sqlName } from '../catalogue/identifier.ts'
import type { MigrationWarning } from './migration.ts'

export interface WantedIndex {
  /** Says what the index is, so that one that changed has another name. */
  name: string
  unique: boolean
  /** `btree ("a" desc)` */
  body: string
}

/** The text-search configurations that stock PostgreSQL has. */
const languages = new Set(
  `arabic armenian basque catalan danish dutch english estonian finnish french german greek hindi hungarian indonesian irish italian lithuanian nepali norwegian portuguese romanian russian serbian simple spanish swedish tamil turkish yiddish`.split(
    ' ',
  ),
)

/** A configuration by its name in an index; `simple`, which knows no words, when the name is unknown. */
export function searchLanguage(name: string | null): string {
  const wanted = (name ?? 'english').toLowerCase()
  return languages.has(wanted) ? wanted : 'simple'
}

/** The document a search index holds: its columns, each with its weight. `alias` qualifies the columns in a query. */
export function searchDocument(
  index: IndexDefinition,
  columns: ReadonlyMap<string, Column>,
  alias = '',
): string | null {
  const language = quoteText(searchLanguage(index.language))
  const parts = index.fields.flatMap(({ name, op }) => {
    const column = columns.get(name)
    if (column === undefined) return []
    const content = column.type.family === 'text' ? `coalesce(${alias}${column.sql}, '')` : null
    const vector =
      content === null
        ? `coalesce(to_tsvector(${language}::regconfig, to_jsonb(${alias}${column.sql})), ''::tsvector)`
        : `to_tsvector(${language}::regconfig, ${content})`
    const weight = op !== null && /^[A-D]$/i.test(op) ? op.toUpperCase() : 'D'
    return [`setweight(${vector}, '${weight}')`]
  })
  return parts.length === 0 ? null : parts.join(' || ')
}

export function wantedIndexes(table: TableObject, warnings: MigrationWarning[]): WantedIndex[] {
  const fields = table.fields.filter((field) => !field.disabled && field.type !== 'dblink')
  const columns = new Map(fields.map((field) => [field.name, columnOf(field)]))
  const wanted = new Map<string, WantedIndex>()
  for (const index of table.indexes) {
    const body = bodyOf(index, columns, (reason, message) => warnings.push({ table: table.name, reason, message }))
    if (body === null) continue
    const unique = index.type === 'unique'
    const hash = createHash('sha256').update(`${unique} ${body}`).digest('hex').slice(0, 8)
    const name = sqlName(`${sqlName(table.name)}_${index.fields.map((field) => field.name).join('_')}_${hash}`)
    wanted.set(name, { name, unique, body })
  }
  return [...wanted.values()]
}

type Warn = (reason: MigrationWarning['reason'], message: string) => void

function bodyOf(index: IndexDefinition, columns: ReadonlyMap<string, Column>, warn: Warn): string | null {
  if (index.type === 'primary') return null
  const named = index.fields.map((field) => ({ ...field, column: columns.get(field.name) }))
  const missing = named.find(({ column }) => column === undefined)
  if (missing !== undefined) {
    // The legacy layout's own document column: every exported table still names it.
    if (missing.name !== 'xdo')
      warn('index_column_missing', `An index names the column "${missing.name}", which is not there.`)
    return null
  }
  const found = named as { name: string; op: string | null; column: Column }[]
  switch (index.type) {
    case 'btree':
    case 'unique':
      return `btree (${found.map(({ column, op }) => `${column.sql}${op?.toLowerCase() === 'desc' ? ' desc' : ''}`).join(', ')})`
    case 'gin':
      return ginBody(found, warn)
    case 'search': {
      const document = searchDocument(index, columns)
      return document === null ? null : `gin ((${document}))`
    }
    case 'vector':
      warn(
        'needs_extension',
        'A vector index needs the extension pgvector; without it vectors are compared row by row.',
      )
      return null
    case 'gist':
    case 'spatial':
      warn('needs_extension', 'A spatial index needs the extension PostGIS; without it places are compared row by row.')
      return null
  }
}

function ginBody(fields: { name: string; column: Column }[], warn: Warn): string | null {
  const parts: string[] = []
  for (const { name, column } of fields) {
    if (column.type.family === 'json') parts.push(`${column.sql} jsonb_path_ops`)
    else if (column.type.family === 'list') parts.push(column.sql)
    else warn('index_not_possible', `A gin index needs a list or a JSON column; "${name}" is ${column.kind}.`)
  }
  return parts.length === 0 ? null : `gin (${parts.join(', ')})`
}

export function createIndex(schema: string, table: string, index: WantedIndex): string {
  const kind = index.unique ? 'create unique index' : 'create index'
  return `${kind} ${quoteName(index.name)} on ${quoteName(schema)}.${quoteName(table)} using ${index.body}`
}
