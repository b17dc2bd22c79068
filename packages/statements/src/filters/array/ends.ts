import type { Filter } from '../../define/types.ts'
import { containerOf, elementsOf, sizeOf } from '../list.ts'

export const first: Filter = {
  definition: {
    name: 'first',
    category: 'array',
    help: 'The first element; null when there is none.',
    input: 'array',
    params: [],
    result: 'any',
    follows: 'element',
    examples: [
      { expression: '["a", "b"]|first', expect: 'a' },
      { expression: '[]|first', expect: null },
    ],
  },
  evaluate: (value) => elementsOf(value)[0] ?? null,
}

export const last: Filter = {
  definition: {
    name: 'last',
    category: 'array',
    help: 'The last element; null when there is none.',
    input: 'array',
    params: [],
    result: 'any',
    follows: 'element',
    examples: [
      { expression: '["a", "b"]|last', expect: 'b' },
      { expression: '[]|last', expect: null },
    ],
  },
  evaluate: (value) => elementsOf(value).at(-1) ?? null,
}

export const count: Filter = {
  definition: {
    name: 'count',
    category: 'array',
    help: 'How many elements the list has, or keys the object.',
    input: 'array',
    params: [],
    result: 'int',
    examples: [
      { expression: '[1, 2, 3]|count', expect: 3 },
      { expression: '{a: 1, b: 2}|count', expect: 2 },
      { expression: '[]|count', expect: 0 },
    ],
  },
  evaluate: (value) => sizeOf(containerOf(value)),
}

export const pop: Filter = {
  definition: {
    name: 'pop',
    aliases: ['array_pop'],
    category: 'array',
    help: 'The last element. The list itself stays as it is; the statement array.pop takes the element out.',
    input: 'array',
    params: [],
    result: 'any',
    follows: 'element',
    examples: [
      { expression: '[1, 2, 3]|pop', expect: 3 },
      { expression: '[]|pop', expect: null },
    ],
  },
  evaluate: (value) => elementsOf(value).at(-1) ?? null,
}

export const shift: Filter = {
  definition: {
    name: 'shift',
    aliases: ['array_shift'],
    category: 'array',
    help: 'The first element. The list itself stays as it is; the statement array.shift takes the element out.',
    input: 'array',
    params: [],
    result: 'any',
    follows: 'element',
    examples: [
      { expression: '[1, 2, 3]|shift', expect: 1 },
      { expression: '[]|shift', expect: null },
    ],
  },
  evaluate: (value) => elementsOf(value)[0] ?? null,
}
