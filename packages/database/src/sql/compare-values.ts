import type { CompareOperator, Value } from '@cairn/statements'

/** Compares two values that are not in the database, as loosely as stacks do; null for operators that need a column. */
export function compareValues(operator: CompareOperator, left: Value, right: Value): boolean | null {
  switch (operator) {
    case '==':
      return same(left, right)
    case '!=':
      return !same(left, right)
    case '<':
      return order(left, right) < 0
    case '<=':
      return order(left, right) <= 0
    case '>':
      return order(left, right) > 0
    case '>=':
      return order(left, right) >= 0
    case 'in':
      return Array.isArray(right) && right.some((item) => same(left, item))
    case 'not in':
      return !(Array.isArray(right) && right.some((item) => same(left, item)))
    case 'contains':
      return Array.isArray(left) && left.some((item) => same(item, right))
    case 'not contains':
      return !(Array.isArray(left) && left.some((item) => same(item, right)))
    default:
      return null
  }
}

function same(left: Value, right: Value): boolean {
  if (left === null || right === null || typeof left === 'boolean' || typeof right === 'boolean') {
    return truth(left) === truth(right)
  }
  if (typeof left === 'object' || typeof right === 'object') return JSON.stringify(left) === JSON.stringify(right)
  return left === right || order(left, right) === 0
}

function truth(value: Value): boolean {
  return !(value === null || value === false || value === 0 || value === '' || value === '0')
}

/** Numbers and texts that are numbers by size, others by their characters; NaN when there is no order. */
function order(left: Value, right: Value): number {
  const [a, b] = [Number(left ?? 0), Number(right ?? 0)]
  if (typeof left !== 'object' && typeof right !== 'object' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN
  return left < right ? -1 : left > right ? 1 : 0
}
