import { compare, isContainer, looseEquals, type CompareOperator, type QueryNode, type Value } from '@cairn/statements'

type Compare = (left: Value, right: Value) => boolean

const among: Compare = (left, right) => Array.isArray(right) && right.some((item) => looseEquals(left, item))
const has: Compare = (left, right) => Array.isArray(left) && left.some((item) => looseEquals(item, right))
const overlap: Compare = (left, right) => Array.isArray(left) && left.some((item) => among(item, right))
const lowered = (value: Value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)).toLowerCase()
const text: Compare = (left, right) => lowered(left).includes(lowered(right))
const inRange: Compare = (left, right) =>
  Array.isArray(right) && compare(left, right[0] ?? null) >= 0 && compare(left, right[1] ?? null) <= 0
const not =
  (test: Compare): Compare =>
  (left, right) =>
    !test(left, right)

const comparisons: Partial<Record<CompareOperator, Compare>> = {
  '==': looseEquals,
  '!=': not(looseEquals),
  '<': (left, right) => compare(left, right) < 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>': (left, right) => compare(left, right) > 0,
  '>=': (left, right) => compare(left, right) >= 0,
  in: among,
  'not in': not(among),
  contains: has,
  'not contains': not(has),
  overlaps: overlap,
  'not overlaps': not(overlap),
  includes: text,
  'not includes': not(text),
  between: inRange,
  'not between': not(inRange),
}

/** Whether a comparison holds. One that ignores null holds when its right side is null. */
export function compareNode(node: Extract<QueryNode, { kind: 'compare' }>, left: Value, right: Value): boolean {
  if (node.ignoreNull && right === null) return true
  const test = comparisons[node.operator]
  if (test === undefined) throw new Error(`The fake database has no "${node.operator}"; test it on a real one.`)
  const ordered = node.operator.startsWith('<') || node.operator.startsWith('>')
  if (ordered && (left === null || isContainer(left))) return false
  return test(left, right)
}
