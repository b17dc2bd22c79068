import type { QueryNode } from '@cairn/statements'
import { quoteName, quoteText } from '../catalogue/identifier.ts'
import { text } from '../catalogue/value-types.ts'
import { searchDocument, searchLanguage } from '../migrate/indexes.ts'
import { asText } from './casts.ts'
import type { Compilation, Condition } from './compilation.ts'

/**
 * `left search "words"`: full-text search. On a column (or the name) of a search index the SQL is that index's own
 * expression, so that the index is used; on any other it is made on the fly, in English.
 */
export function searchIn(left: QueryNode, right: QueryNode, ignoreNull: boolean, to: Compilation): Condition {
  const { document, language } = documentOf(left, to)
  const words = to.expression(right, text)
  const found = `${document} @@ websearch_to_tsquery(${quoteText(language)}::regconfig, ${asText(words)})`
  return ignoreNull ? `(${words.sql} is null or ${found})` : found
}

/** The text-search vector of a column, and its language. */
export function documentOf(node: QueryNode, to: Compilation): { document: string; language: string } {
  const indexed = node.kind === 'column' ? indexOf(node, to) : null
  if (indexed !== null) return indexed
  const content = asText(to.expression(node, text))
  return { document: `to_tsvector('english'::regconfig, coalesce(${content}, ''))`, language: 'english' }
}

function indexOf(
  node: Extract<QueryNode, { kind: 'column' }>,
  to: Compilation,
): { document: string; language: string } | null {
  const table = to.scope.get(node.table)
  if (table === undefined || node.path.length > 0) return null
  const searches = table.definition.indexes.filter((index) => index.type === 'search')
  const index =
    searches.find(({ name }) => name === node.column) ??
    searches.find(({ fields }) => fields.length === 1 && fields[0]?.name === node.column)
  const document = index === undefined ? null : searchDocument(index, table.columns, `${quoteName(node.table)}.`)
  if (index === undefined || document === null) return null
  return { document: `(${document})`, language: searchLanguage(index.language) }
}
