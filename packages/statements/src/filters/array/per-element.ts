import { eachArgument, perElement } from '../../define/each-parameter.ts'
import { argument, fallback } from '../../define/filter-parameter.ts'
import type { EachFunction, Filter, FilterArgument, Paced } from '../../define/types.ts'
import { isTruthy } from '../../values/kinds.ts'
import { objectOf } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { allowArray } from '../limits.ts'
import { containerOf, keepEntries, sizeOf } from '../list.ts'
import { eachPosition } from '../paced.ts'

const test = perElement('condition', 'The condition; `$$` is the element.')

export const map: Filter = {
  definition: {
    name: 'map',
    category: 'array',
    help: 'Makes a new value of each element. An object keeps its keys.',
    input: 'array',
    params: [perElement('expression', 'The new value; `$$` is the element.')],
    result: 'array',
    follows: { listOf: 'expression' },
    examples: [
      { expression: '[1, 2]|map:$$ * 2', expect: [2, 4] },
      { expression: '[{id: 7}]|map:$this.id', expect: [7] },
      { expression: '["a", "b"]|map:$index', expect: [0, 1] },
      { expression: '{a: 1, b: 2}|map:$$ + 1', expect: { a: 2, b: 3 } },
    ],
  },
  evaluate: (value, [expression], context) => {
    const make = eachArgument(expression)
    const container = containerOf(value)
    allowArray(sizeOf(container), context)
    if (Array.isArray(container)) return container.map((item, index) => make(item, index, value, null))
    return objectOf(Object.entries(container).map(([key, item]) => [key, make(item, key, value, null)]))
  },
  outlasts: isLong,
  paced: (value, [expression], context) => {
    if (!isMany(value)) return null
    allowArray(value.length, context)
    return mapPaced(value, eachArgument(expression))
  },
}

/** Each element may take long: more than one of them is done step by step. */
function isMany(value: Value): value is Value[] {
  return Array.isArray(value) && value.length > 1
}

/** So many that going through them takes some milliseconds, whatever is done with each. */
function isLong(value: Value): boolean {
  return Array.isArray(value) && value.length > 50_000
}

function* mapPaced(list: Value[], make: EachFunction): Paced<Value> {
  const made: Value[] = []
  yield* eachPosition(list.length, (at) => made.push(make(list[at]!, at, list, null)))
  return made
}

export const filter: Filter = {
  definition: {
    name: 'filter',
    category: 'array',
    help: 'Keeps the elements for which the condition is true. An object keeps its keys.',
    input: 'array',
    params: [test],
    result: 'array',
    follows: 'same',
    examples: [
      { expression: '[1, 2, 3]|filter:$$ > 1', expect: [2, 3] },
      { expression: '{a: 1, b: 2}|filter:$$ == 2', expect: { b: 2 } },
      { expression: '[0, "", "x"]|filter:$$', expect: ['x'] },
    ],
  },
  evaluate: (value, [condition], context) => {
    const holds = eachArgument(condition)
    return keepEntries(value, context, (item, key) => isTruthy(holds(item, key, value, null)))
  },
  outlasts: isLong,
  paced: (value, [condition], context) => {
    if (!isMany(value)) return null
    context.spend(value.length)
    return filterPaced(value, eachArgument(condition))
  },
}

function* filterPaced(list: Value[], holds: EachFunction): Paced<Value> {
  const kept: Value[] = []
  yield* eachPosition(list.length, (at) => {
    if (isTruthy(holds(list[at]!, at, list, null))) kept.push(list[at]!)
  })
  return kept
}

export const reduce: Filter = {
  definition: {
    name: 'reduce',
    category: 'array',
    help: 'Makes one value of all elements: the expression combines each with the result so far.',
    input: 'array',
    params: [
      perElement('expression', 'The next result; `$$` is the element and `$result` the result so far.'),
      fallback('initial', 'any', 0, 'The result before the first element.'),
    ],
    result: 'any',
    examples: [
      { expression: '[1, 2, 3]|reduce:$$ + $result:10', expect: 16 },
      { expression: '["a", "b"]|reduce:$result ~ $$:""', expect: 'ab' },
      { expression: '[]|reduce:$$ + $result', expect: 0 },
    ],
  },
  evaluate: (value, [expression, initial], context) => {
    const combine = eachArgument(expression)
    const container = containerOf(value)
    context.spend(sizeOf(container))
    const start = argument(initial, 0)
    if (Array.isArray(container)) {
      return container.reduce((result, item, index) => combine(item, index, value, result), start)
    }
    return Object.entries(container).reduce((result, [key, item]) => combine(item, key, value, result), start)
  },
  outlasts: isLong,
  paced: (value, args, context) => {
    if (!isMany(value)) return null
    context.spend(value.length)
    return reducePaced(value, args)
  },
}

function* reducePaced(list: Value[], [expression, initial]: readonly FilterArgument[]): Paced<Value> {
  const combine = eachArgument(expression)
  let result = argument(initial, 0)
  yield* eachPosition(list.length, (at) => {
    result = combine(list[at]!, at, list, result)
  })
  return result
}
