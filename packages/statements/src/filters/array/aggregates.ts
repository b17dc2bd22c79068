import type { Filter } from '../../define/types.ts'
import { toNumber } from '../../values/convert.ts'
import { compare } from '../../values/equality.ts'
import type { Value } from '../../values/value.ts'
import { elementsOf } from '../list.ts'
import { finite } from '../math/number.ts'

function total(numbers: readonly Value[]): number {
  return numbers.reduce<number>((result, item) => result + toNumber(item), 0)
}

/** The element that comes before all others, or behind; null of none. */
export function extreme(items: readonly Value[], wanted: 'least' | 'greatest'): Value {
  const sign = wanted === 'least' ? 1 : -1
  const [head = null, ...rest] = items
  return rest.reduce((best, item) => (compare(item, best) * sign < 0 ? item : best), head)
}

export const sum: Filter = {
  definition: {
    name: 'sum',
    category: 'array',
    help: 'All elements added up; 0 of none.',
    input: 'array',
    params: [],
    result: 'number',
    examples: [
      { expression: '[1, 2, 3.5]|sum', expect: 6.5 },
      { expression: '["4", null]|sum', expect: 4 },
      { expression: '[]|sum', expect: 0 },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    context.spend(items.length)
    return finite('sum', total(items))
  },
}

export const avg: Filter = {
  definition: {
    name: 'avg',
    category: 'array',
    help: 'The mean of all elements; null of none.',
    input: 'array',
    params: [],
    result: 'number',
    examples: [
      { expression: '[1, 2, 3, 4]|avg', expect: 2.5 },
      { expression: '[]|avg', expect: null },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    context.spend(items.length)
    return items.length === 0 ? null : finite('avg', total(items) / items.length)
  },
}

export const product: Filter = {
  definition: {
    name: 'product',
    category: 'array',
    help: 'All elements multiplied; 1 of none.',
    input: 'array',
    params: [],
    result: 'number',
    examples: [
      { expression: '[1, 2, 3, 4]|product', expect: 24 },
      { expression: '[]|product', expect: 1 },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    context.spend(items.length)
    return finite(
      'product',
      items.reduce<number>((result, item) => result * toNumber(item), 1),
    )
  },
}

export const arrayMin: Filter = {
  definition: {
    name: 'array_min',
    category: 'array',
    help: 'The smallest element; null of none.',
    input: 'array',
    params: [],
    result: 'any',
    examples: [
      { expression: '[5, 2, 8, 1]|array_min', expect: 1 },
      { expression: '["b", "a"]|array_min', expect: 'a' },
      { expression: '[]|array_min', expect: null },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    context.spend(items.length)
    return extreme(items, 'least')
  },
}

export const arrayMax: Filter = {
  definition: {
    name: 'array_max',
    category: 'array',
    help: 'The largest element; null of none.',
    input: 'array',
    params: [],
    result: 'any',
    examples: [
      { expression: '[5, 2, 8, 1]|array_max', expect: 8 },
      { expression: '[]|array_max', expect: null },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    context.spend(items.length)
    return extreme(items, 'greatest')
  },
}
