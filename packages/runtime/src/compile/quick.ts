import type { Statement } from '@cairn/language'
import { catalogue, type Category } from '@cairn/statements'

/** Categories whose statements, without filters, take the same time whatever their values are. */
const quickCategories: ReadonlySet<Category> = new Set(['data', 'math', 'text', 'control'])

/**
 * Whether a statement, with all inside it, surely takes less time than looking at the clock does: it only moves or
 * computes single values. A trace gives it no time of its own.
 */
export function isQuick(statement: Statement): boolean {
  const module = catalogue.get(statement.name)
  if (module?.emit === undefined || module.effects !== undefined || module.calls !== undefined) return false
  const { category, clauses = {} } = module.definition
  if (!quickCategories.has(category) || Object.values(clauses).some(({ repeats }) => repeats === true)) return false
  return [statement.body, statement.subject, statement.condition, statement.target].every((part) =>
    holdsQuick(part, clauses),
  )
}

function holdsQuick(node: unknown, clauses: object): boolean {
  if (typeof node !== 'object' || node === null) return true
  const { kind, name } = node as { kind?: unknown; name?: unknown }
  if (kind === 'filter') return false
  if (kind === 'statement' && !Object.hasOwn(clauses, String(name))) return isQuick(node as Statement)
  return Object.values(node).every((inner) => holdsQuick(inner, clauses))
}
