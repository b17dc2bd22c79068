import type { Expression, FilterExpression } from '@cairn/language'
import { nowhere } from '../engine/nodes.ts'

/** One filter of a chain, as a row shows it. */
export interface FilterRow {
  name: string
  args: Expression[]
  disabled: boolean
}

export interface Chain {
  base: Expression
  filters: FilterRow[]
}

/** `base|a|b:1` as its base and its filters, in the order they run. */
export function splitChain(expression: Expression): Chain {
  const filters: FilterRow[] = []
  let base = expression
  while (base.kind === 'filter') {
    filters.unshift({ name: base.name, args: base.args, disabled: base.disabled })
    base = base.base
  }
  return { base, filters }
}

/** The expression of a chain. A base that filters would bind into gets parentheses. */
export function joinChain({ base, filters }: Chain): Expression {
  if (filters.length === 0) return base
  return filters.reduce<Expression>((inner, row): FilterExpression => {
    const known = { name: row.name, args: row.args, disabled: row.disabled }
    return { kind: 'filter', ...nowhere, nameSpan: nowhere, base: inner, ...known }
  }, bindable(base))
}

const LOOSE: ReadonlySet<Expression['kind']> = new Set(['binary', 'ternary', 'range', 'unary'])

const bindable = (base: Expression): Expression =>
  LOOSE.has(base.kind) ? { kind: 'paren', ...nowhere, expression: base } : base
