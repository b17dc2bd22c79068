import type { Expression } from '@cairn/language'
import type { QueryNode } from '../../../ports/database.ts'
import { bare, chainOf, someExpression } from './read-tree.ts'
import type { Scope } from './scope.ts'

/** Whether an expression reads a column anywhere. */
export function mentionsColumn(expression: Expression): boolean {
  return someExpression(expression, (node) => node.kind === 'variable' && node.name === 'db')
}

/**
 * The column of `$db.table.column.path`, `$db.alias.column` or `$db.column` (which may name an eval); null when the
 * expression is no such chain.
 */
export function lowerColumn(expression: Expression, scope: Scope): QueryNode | null {
  const chain = chainOf(expression)
  if (chain?.root !== 'db') return isComputedColumn(expression) ? failComputed(expression, scope) : null
  const [first, ...rest] = chain.keys
  if (first === undefined) {
    return scope.fail('missing_column', 'Say which column: $db.<column> or $db.<table>.<column>.', expression)
  }
  const source = rest.length > 0 ? sourceNamed(first, scope) : null
  if (source !== null) return { kind: 'column', table: source, column: rest[0] ?? '', path: rest.slice(1) }
  const computed = scope.evals.get(first)
  if (computed !== undefined && rest.length === 0) return computed
  return { kind: 'column', table: scope.table, column: first, path: rest }
}

function isComputedColumn(expression: Expression): boolean {
  let node = bare(expression)
  while (node.kind === 'member' || node.kind === 'index') node = bare(node.object)
  return node.kind === 'variable' && node.name === 'db'
}

function failComputed(expression: Expression, scope: Scope): never {
  return scope.fail('computed_column', 'A column in a query must be written out; it cannot be computed.', expression)
}

/** The alias or table a first word stands for; a table joined under another name is known by both. */
function sourceNamed(word: string, scope: Scope): string | null {
  const name = comparable(word)
  const alias = scope.aliases.find((join) => comparable(join.alias) === name)
  if (alias !== undefined) return alias.alias
  if (comparable(scope.table) === name) return scope.table
  const byTable = scope.aliases.filter((join) => comparable(join.table) === name)
  if (byTable.length === 1 && byTable[0] !== undefined) return byTable[0].alias
  return word === 'NEW' || word === 'OLD' ? word : null
}

/** Table names with spaces are written with underscores behind `$db`. */
function comparable(name: string): string {
  return name
    .trim()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .toLowerCase()
}
