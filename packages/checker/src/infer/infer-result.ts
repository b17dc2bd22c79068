import { attribute, literalValue, type Expression, type Statement } from '@cairn/language'
import type { StatementDefinition } from '@cairn/statements'
import { elementType } from '../types/member-type.ts'
import { typeNamed } from '../types/type-of-field.ts'
import { any, bool, int, listOf, objectOf, type Type } from '../types/type.ts'
import type { ExpressionScope } from './expression-scope.ts'
import { inferExpression } from './infer-expression.ts'
import { entryValue, nameOf, querySource, rowOf, textEntry, unwrap } from './query-source.ts'
import type { WorkspaceTypes } from './workspace-types.ts'

/** The type of what `as $x` of a statement holds. */
export function inferResult(
  statement: Statement,
  definition: StatementDefinition,
  scope: ExpressionScope,
  workspace: WorkspaceTypes,
): Type {
  if (definition.target?.kind === 'function') return workspace.responseOf(nameOf(statement.target) ?? '')
  if (definition.result === 'row') return rowType(statement, workspace)
  if (definition.result === 'rows') return rowsType(statement, workspace)
  const { follows } = definition
  if (follows === undefined) return typeNamed(definition.result ?? 'any')
  const source = sourceType(statement, scope)
  if (follows === 'same') return source.kind === 'array' ? source : any
  if (follows === 'element') return source.kind === 'array' ? source.items : any
  if (follows === 'member') return any
  const given = argumentType(statement, 'of' in follows ? follows.of : follows.listOf, definition, scope)
  return 'of' in follows ? given : listOf(given)
}

/** What a statement works on: its subject, or the variable behind its name. */
function sourceType(statement: Statement, scope: ExpressionScope): Type {
  const source = statement.subject ?? statement.target
  return source === null ? any : inferExpression(source, { ...scope, watch: null })
}

function argumentType(
  statement: Statement,
  name: string,
  definition: StatementDefinition,
  scope: ExpressionScope,
): Type {
  const written = attribute(statement.body, name)?.value
  if (written === undefined) return any
  const item = definition.args[name]?.kind === 'each' ? elementType(sourceType(statement, scope)) : scope.item
  return inferExpression(written, { ...scope, item, watch: null })
}

function rowType(statement: Statement, workspace: WorkspaceTypes): Type {
  const { table, evals } = querySource(statement, workspace.model)
  if (table === null) return any
  const output = outputOf(statement)
  const hasMore = attribute(statement.body, 'addon') !== null || evals === null || output === undefined
  const row = rowOf(table, output ?? null, hasMore)
  for (const name of evals ?? []) if (!row.fields.has(name)) return { ...row, open: true }
  return row
}

/** The columns that `output` names; null without one, undefined where they are computed. */
function outputOf(statement: Statement): string[] | null | undefined {
  const written = attribute(statement.body, 'output')?.value
  if (written === undefined) return null
  const { known, value } = literalValue(written)
  if (!known) return undefined
  if (!Array.isArray(value)) return value === null ? null : undefined
  const names = value.filter((name) => typeof name === 'string')
  return names.length === 0 ? null : names
}

function rowsType(statement: Statement, workspace: WorkspaceTypes): Type {
  const row = rowType(statement, workspace)
  const written = attribute(statement.body, 'return')?.value
  if (attribute(statement.body, 'return_aggregate') !== null) return any
  const isBound = ['external', 'external_classic'].some((name) => attribute(statement.body, name) !== null)
  if (written === undefined) return isBound ? any : listOf(row)
  const inner = unwrap(written)
  if (inner.kind !== 'object') return inner.kind === 'null' && !isBound ? listOf(row) : any
  const type = entryValue(inner, 'type') === null ? 'list' : textEntry(inner, 'type')
  if (type === 'single') return row
  if (type === 'count') return int
  if (type === 'exists') return bool
  if (type === 'stream') return { kind: 'stream', items: row }
  if (type !== 'list' || isBound) return any
  return pageType(row, entryValue(inner, 'paging'))
}

function pageType(row: Type, paging: Expression | null): Type {
  if (paging === null) return listOf(row)
  const inner = unwrap(paging)
  if (inner.kind !== 'object') return any
  const metadata = entryValue(inner, 'metadata')
  if (metadata !== null) {
    const { known, value } = literalValue(metadata)
    if (known && value === false) return listOf(row)
    if (!known || value !== true) return any
  }
  const numbers = ['itemsReceived', 'curPage', 'nextPage', 'prevPage', 'offset', 'perPage', 'itemsTotal', 'pageTotal']
  return objectOf([...numbers.map((name) => [name, int] as const), ['items', listOf(row)]])
}
