import { attribute, type Expression, type Statement } from '@cairn/language'
import type { StatementDefinition } from '@cairn/statements'

/** The expressions of a statement that a trace names: its arguments, what is in parentheses, the tests of its blocks. */
export function namedExpressions(statement: Statement, definition: StatementDefinition): Map<Expression, string> {
  const named = new Map<Expression, string>()
  for (const name of Object.keys(definition.args)) {
    const tree = attribute(statement.body, name)?.value
    // What a variable is given is told with the variable.
    if (tree !== undefined && name !== definition.assigns) named.set(tree, name)
  }
  if (statement.subject !== null) named.set(statement.subject, definition.subject?.label.toLowerCase() ?? 'subject')
  for (const item of statement.body?.items ?? []) {
    if (item.kind !== 'statement' || definition.clauses?.[item.name] === undefined || item.subject === null) continue
    named.set(item.subject, item.name)
  }
  return named
}
