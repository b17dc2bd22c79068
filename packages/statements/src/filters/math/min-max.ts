import { argument, fallback } from '../../define/filter-parameter.ts'
import type { Evaluate, Filter } from '../../define/types.ts'
import { toNumber } from '../../values/convert.ts'
import { extreme } from '../array/aggregates.ts'
import { elementsOf } from '../list.ts'

/** Of two numbers; of the elements of a list when nothing is given to compare with. */
function choosing(wanted: 'least' | 'greatest'): Evaluate {
  const choose = wanted === 'least' ? Math.min : Math.max
  return (value, [other], context) => {
    if (other !== undefined) return choose(toNumber(value), toNumber(argument(other)))
    const items = elementsOf(value)
    context.spend(items.length)
    return extreme(items, wanted)
  }
}

const params = [fallback('value', 'number', null, 'The other number. Left out, a list must be piped in.')]

export const min: Filter = {
  definition: {
    name: 'min',
    aliases: ['num_min'],
    category: 'math',
    help: 'The smaller of two numbers, or the smallest element of a list.',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '5|min:3', expect: 3 },
      { expression: '[4, 2, 9]|min', expect: 2 },
      { expression: '-1|min:null', expect: -1 },
    ],
  },
  evaluate: choosing('least'),
}

export const max: Filter = {
  definition: {
    name: 'max',
    aliases: ['num_max'],
    category: 'math',
    help: 'The larger of two numbers, or the largest element of a list.',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '5|max:10', expect: 10 },
      { expression: '[4, 2, 9]|max', expect: 9 },
    ],
  },
  evaluate: choosing('greatest'),
}
