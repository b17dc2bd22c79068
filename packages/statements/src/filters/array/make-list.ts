import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterContext } from '../../define/types.ts'
import { isNumeric, toInt, toNumber, toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { objectOf } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { allowArray } from '../limits.ts'
import { elementsOf } from '../list.ts'
import { finite } from '../math/number.ts'

export const range: Filter = {
  definition: {
    name: 'range',
    category: 'array',
    help: 'The whole numbers from start to stop, both included; downwards when stop is smaller. Nothing is piped in.',
    input: 'any',
    params: [needed('start', 'int', 'The first number.'), needed('stop', 'int', 'The last number.')],
    result: 'array',
    examples: [
      { expression: 'null|range:10:13', expect: [10, 11, 12, 13] },
      { expression: 'null|range:2:0', expect: [2, 1, 0] },
      { expression: 'null|range:5:5', expect: [5] },
    ],
  },
  evaluate: (_, [startArgument, stopArgument], context) => {
    const start = wholeNumber(argument(startArgument))
    const stop = wholeNumber(argument(stopArgument))
    const length = Math.abs(stop - start) + 1
    allowArray(length, context)
    const step = stop < start ? -1 : 1
    return Array.from({ length }, (__, index) => start + index * step + 0)
  },
}

function wholeNumber(value: Value): number {
  return Math.trunc(finite('range', toNumber(value)))
}

/** How many times to repeat what. `null|fill:5:"x"`, with nothing piped in, is `"x"|fill:0:5`. */
function repetition(value: Value, first: Value, second: Value): { element: Value; length: number } {
  const isShortForm = (value === null || value === '') && !isNumeric(second)
  return isShortForm ? { element: second, length: toInt(first) } : { element: value, length: toInt(second) }
}

function filled(element: Value, length: number, context: FilterContext): Value[] {
  if (length < 0) {
    throw new StackError('standard', 'invalid_argument', 'A list cannot have a negative length.')
  }
  allowArray(length, context)
  return Array.from({ length }, () => element)
}

export const fill: Filter = {
  definition: {
    name: 'fill',
    aliases: ['array_fill'],
    category: 'array',
    help: 'A list that repeats the piped value. A start other than 0 makes an object whose keys count from there.',
    input: 'any',
    params: [needed('start', 'int', 'The first index.'), needed('length', 'int', 'How many elements.')],
    result: 'array',
    examples: [
      { expression: '"v"|fill:0:3', expect: ['v', 'v', 'v'] },
      { expression: '"v"|fill:5:2', expect: { 5: 'v', 6: 'v' } },
      { expression: 'null|fill:2:"x"', expect: ['x', 'x'] },
      { expression: '"v"|fill:0:0', expect: [] },
    ],
  },
  evaluate: (value, [first, second], context) => {
    const { element, length } = repetition(value, argument(first), argument(second))
    const list = filled(element, length, context)
    const start = element === value ? toInt(argument(first)) : 0
    return start === 0 ? list : objectOf(list.map((item, index) => [String(start + index), item]))
  },
}

export const fillKeys: Filter = {
  definition: {
    name: 'fill_keys',
    aliases: ['array_fill_keys'],
    category: 'array',
    help: 'An object that has the piped value at each of the keys.',
    input: 'any',
    params: [needed('keys', 'array', 'The keys.')],
    result: 'object',
    examples: [
      { expression: '"x"|fill_keys:["a", "b"]', expect: { a: 'x', b: 'x' } },
      { expression: '0|fill_keys:[]', expect: {} },
    ],
  },
  evaluate: (value, [keys], context) => {
    const names = elementsOf(argument(keys))
    allowArray(names.length, context)
    return objectOf(names.map((name) => [toText(name), value]))
  },
}

export const safeArray: Filter = {
  definition: {
    name: 'safe_array',
    category: 'array',
    help: 'The list itself; anything else becomes a list of that one element.',
    input: 'any',
    params: [],
    result: 'array',
    examples: [
      { expression: '12|safe_array', expect: [12] },
      { expression: '[12]|safe_array', expect: [12] },
      { expression: '{a: 1}|safe_array', expect: [{ a: 1 }] },
    ],
  },
  evaluate: (value) => (Array.isArray(value) ? value : [value]),
}
