import { eachArgument, perElement } from '../../define/each-parameter.ts'
import type { Filter, FilterArgument, FilterContext } from '../../define/types.ts'
import { isTruthy } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { containerOf } from '../list.ts'

const params = [perElement('condition', 'The condition; `$$` is the element.')]

type Entry = readonly [key: number | string, value: Value]

/** The first entry for which the condition is `wanted`. */
function findEntry(
  value: Value,
  condition: FilterArgument,
  context: FilterContext,
  wanted: boolean = true,
): Entry | undefined {
  const holds = eachArgument(condition)
  const container = containerOf(value)
  const entries = Array.isArray(container) ? container.entries() : Object.entries(container)
  for (const [key, item] of entries) {
    context.spend(1)
    if (isTruthy(holds(item, key, value, null)) === wanted) return [key, item]
  }
  return undefined
}

export const some: Filter = {
  definition: {
    name: 'some',
    category: 'array',
    help: 'Whether the condition is true for one element at least.',
    input: 'array',
    params,
    result: 'bool',
    examples: [
      { expression: '[1, 2, 3]|some:$$ > 2', expect: true },
      { expression: '[]|some:$$ > 2', expect: false },
    ],
  },
  evaluate: (value, [condition], context) => findEntry(value, condition, context) !== undefined,
}

export const every: Filter = {
  definition: {
    name: 'every',
    category: 'array',
    help: 'Whether the condition is true for all elements. It is for an empty list.',
    input: 'array',
    params,
    result: 'bool',
    examples: [
      { expression: '[2, 4]|every:$$ % 2 == 0', expect: true },
      { expression: '[2, 3]|every:$$ % 2 == 0', expect: false },
      { expression: '[]|every:$$ > 2', expect: true },
    ],
  },
  evaluate: (value, [condition], context) => findEntry(value, condition, context, false) === undefined,
}

export const find: Filter = {
  definition: {
    name: 'find',
    category: 'array',
    help: 'The first element for which the condition is true; null when there is none.',
    input: 'array',
    params,
    result: 'any',
    follows: 'element',
    examples: [
      { expression: '[{id: 1}, {id: 2}]|find:$$.id == 2', expect: { id: 2 } },
      { expression: '[1]|find:$$ > 5', expect: null },
    ],
  },
  evaluate: (value, [condition], context) => findEntry(value, condition, context)?.[1] ?? null,
}

export const findIndex: Filter = {
  definition: {
    name: 'findIndex',
    category: 'array',
    help: 'The position of the first element for which the condition is true; null when there is none.',
    input: 'array',
    params,
    result: 'any',
    examples: [
      { expression: '[{id: 1}, {id: 2}]|findIndex:$$.id == 2', expect: 1 },
      { expression: '[1]|findIndex:$$ > 5', expect: null },
    ],
  },
  evaluate: (value, [condition], context) => findEntry(value, condition, context)?.[0] ?? null,
}
