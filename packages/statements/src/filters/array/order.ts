import type { Filter } from '../../define/types.ts'
import type { Value } from '../../values/value.ts'
import { elementsOf } from '../list.ts'

export const reverse: Filter = {
  definition: {
    name: 'reverse',
    category: 'array',
    help: 'A new list with the last element first.',
    input: 'array',
    params: [],
    result: 'array',
    follows: 'same',
    examples: [
      { expression: '[1, 2, 3]|reverse', expect: [3, 2, 1] },
      { expression: '[]|reverse', expect: [] },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    context.spend(items.length)
    return items.toReversed()
  },
}

export const shuffle: Filter = {
  definition: {
    name: 'shuffle',
    aliases: ['array_shuffle'],
    category: 'array',
    help: 'A new list of the same elements in random order.',
    input: 'array',
    params: [],
    result: 'array',
    follows: 'same',
    needs: ['random'],
    examples: [
      { expression: '[3, 1, 2]|shuffle|sort', expect: [1, 2, 3] },
      { expression: '[]|shuffle', expect: [] },
    ],
  },
  evaluate: (value, _, context) => {
    const items = [...elementsOf(value)]
    context.spend(items.length)
    for (let at = items.length - 1; at > 0; at--) {
      const other = context.ports.random.integer(0, at)
      ;[items[at], items[other]] = [items[other] as Value, items[at] as Value]
    }
    return items
  },
}
