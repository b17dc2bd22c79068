import type { Position } from './cursor.ts'
import { PRECEDENCE } from './operators.ts'

/**
 * Filters whose argument is an expression of the element: it takes comparisons and logic with it wherever it stands,
 * `$list|some:$$ == $x`.
 */
const EXPRESSION_FILTERS: ReadonlySet<string> = new Set([
  'some',
  'every',
  'find',
  'findIndex',
  'filter',
  'map',
  'reduce',
  'transform',
])

/**
 * Whether an argument in value position takes all operators that follow (`$a|set:"n":$n == 1` sets a boolean). False
 * would make values read like conditions. The rule and its evidence: docs/decisions/0002-filter-arguments.md.
 */
const VALUE_ARGUMENTS_SWALLOW_COMPARISONS = true

/** The loosest operator that still belongs to an argument of the filter; looser ones end the chain. */
export function loosestInArgument(filter: string, position: Position): number {
  if (EXPRESSION_FILTERS.has(filter)) return PRECEDENCE.coalesce
  if (position === 'value' && VALUE_ARGUMENTS_SWALLOW_COMPARISONS) return PRECEDENCE.coalesce
  return PRECEDENCE.range
}
