import type { BinaryOperator } from '../tree.ts'

/** How tight each two-sided operator binds; higher is tighter. `?:` stands with the ternary, below all of these. */
export const PRECEDENCE = {
  coalesce: 1,
  or: 2,
  and: 3,
  comparison: 4,
  range: 5,
  concat: 6,
  sum: 7,
  product: 8,
} as const

const symbols: ReadonlyMap<string, number> = new Map([
  ['??', PRECEDENCE.coalesce],
  ['||', PRECEDENCE.or],
  ['&&', PRECEDENCE.and],
  ...['==', '!=', '===', '!==', '<', '<=', '>', '>=', '@>', '!~'].flatMap((mark): [string, number][] => [
    [mark, PRECEDENCE.comparison],
    [`${mark}?`, PRECEDENCE.comparison],
  ]),
  ['~?', PRECEDENCE.comparison],
  ['..', PRECEDENCE.range],
  ['~', PRECEDENCE.concat],
  ['+', PRECEDENCE.sum],
  ['-', PRECEDENCE.sum],
  ['*', PRECEDENCE.product],
  ['/', PRECEDENCE.product],
  ['%', PRECEDENCE.product],
])

/** Query operators that are words; all bind like comparisons, take `not` before and `?` behind. */
const WORDS: ReadonlySet<string> = new Set([
  'in',
  'contains',
  'includes',
  'overlaps',
  'like',
  'ilike',
  'between',
  'search',
])

/** The precedence of an operator of symbols, or undefined. */
export function precedenceOf(mark: string): number | undefined {
  return symbols.get(mark)
}

export function isWordOperator(word: string): boolean {
  return WORDS.has(word)
}

/** An operator that PRECEDENCE knows; `..` has a node of its own. */
export type Operator = BinaryOperator | '..'
