import { pathOfElement } from '../../define/each-parameter.ts'
import { argument, needed } from '../../define/filter-parameter.ts'
import type { EvaluatePaced, Evaluate, Filter, FilterArgument, FilterContext, Paced } from '../../define/types.ts'
import type { Value } from '../../values/value.ts'
import { elementReader } from '../element-at.ts'
import { elementsOf, entriesOf, keepEntries } from '../list.ts'
import { eachPosition } from '../paced.ts'
import { elementIdentity } from './element-identity.ts'
import { WideSet } from './wide-set.ts'

export const unique: Filter = {
  definition: {
    name: 'unique',
    category: 'array',
    help: 'The elements without repetition; the first of those that are the same stays.',
    input: 'array',
    params: [pathOfElement('What of an element to go by. The element itself when left out.')],
    result: 'array',
    follows: 'same',
    examples: [
      { expression: '[12, 13, 13, 12, 11]|unique', expect: [12, 13, 11] },
      { expression: '[{g: 1, v: 1}, {g: 1, v: 2}]|unique:g', expect: [{ g: 1, v: 1 }] },
      { expression: '[1, "1"]|unique', expect: [1] },
      { expression: '[{a: 1, b: 2}, {b: 2, a: 1}]|unique', expect: [{ a: 1, b: 2 }] },
    ],
  },
  evaluate: (value, [path], context) => {
    const read = elementReader(path, context)
    const seen = new Set<unknown>()
    return keepEntries(value, context, (item) => {
      const before = seen.size
      return seen.add(elementIdentity(read(item), context)).size > before
    })
  },
  outlasts: isLong,
  paced: (value, args, context) => {
    if (!Array.isArray(value) || !isLong(value, args)) return null
    const [read, seen] = [elementReader(args[0], context), new WideSet()]
    return keepPaced(value, (item) => seen.add(elementIdentity(read(item), context)))
  },
}

/** Elements that take some ten milliseconds to compare. */
const long = 20_000

function isLong(value: Value, [other]: readonly FilterArgument[]): boolean {
  return (Array.isArray(value) && value.length > long) || (Array.isArray(other) && other.length > long)
}

function* keepPaced(list: readonly Value[], keep: (item: Value) => boolean): Paced<Value> {
  const kept: Value[] = []
  yield* eachPosition(list.length, (at) => {
    if (keep(list[at]!)) kept.push(list[at]!)
  })
  return kept
}

/** Keeps the elements that the other list has, or has not. */
function byValue(kept: boolean): Evaluate {
  return (value, [other], context) => {
    const others = elementsOf(argument(other))
    context.spend(others.length)
    const known = new Set(others.map((item) => elementIdentity(item, context)))
    return keepEntries(value, context, (item) => known.has(elementIdentity(item, context)) === kept)
  }
}

function byValuePaced(kept: boolean): EvaluatePaced {
  return (value, args, context) => {
    if (!Array.isArray(value) || !isLong(value, args)) return null
    const others = elementsOf(argument(args[0]))
    return keepKnown(value, others, kept, context)
  }
}

function* keepKnown(
  list: readonly Value[],
  others: readonly Value[],
  kept: boolean,
  context: FilterContext,
): Paced<Value> {
  const known = new WideSet()
  yield* eachPosition(others.length, (at) => known.add(elementIdentity(others[at]!, context)))
  return yield* keepPaced(list, (item) => known.has(elementIdentity(item, context)) === kept)
}

/** Keeps the entries that the other list or object has at the same key, or has not. */
function byKeyAndValue(kept: boolean): Evaluate {
  return (value, [other], context) => {
    const others = entriesOf(argument(other))
    context.spend(others.length)
    const known = new Map<string, Value>(others.map(([key, item]) => [String(key), item]))
    return keepEntries(value, context, (item, key) => isSame(known.get(String(key)), item, context) === kept)
  }
}

function isSame(other: Value | undefined, item: Value, context: FilterContext): boolean {
  return other !== undefined && elementIdentity(other, context) === elementIdentity(item, context)
}

const others = [needed('other', 'array', 'The list or object to compare with.')]

export const diff: Filter = {
  definition: {
    name: 'diff',
    aliases: ['array_diff'],
    category: 'array',
    help: 'The elements that the other list does not have.',
    input: 'array',
    params: others,
    result: 'array',
    examples: [
      { expression: '[1, 2, 3, 4]|diff:[3, "2"]', expect: [1, 4] },
      { expression: '[{a: 1}, {a: 2}]|diff:[{a: 1}]', expect: [{ a: 2 }] },
    ],
  },
  evaluate: byValue(false),
  outlasts: isLong,
  paced: byValuePaced(false),
}

export const intersect: Filter = {
  definition: {
    name: 'intersect',
    aliases: ['array_intersect'],
    category: 'array',
    help: 'The elements that the other list has too.',
    input: 'array',
    params: others,
    result: 'array',
    examples: [
      { expression: '[1, 2, 3]|intersect:[3, 2]', expect: [2, 3] },
      { expression: '[1]|intersect:[]', expect: [] },
    ],
  },
  evaluate: byValue(true),
  outlasts: isLong,
  paced: byValuePaced(true),
}

export const diffAssoc: Filter = {
  definition: {
    name: 'diff_assoc',
    aliases: ['array_diff_assoc'],
    category: 'array',
    help: 'The entries that the other does not have with the same key (in a list: position) and value.',
    input: 'array',
    params: others,
    result: 'array',
    examples: [
      { expression: '{a: 1, b: 2}|diff_assoc:{a: 1, b: 3}', expect: { b: 2 } },
      { expression: '["a", "b", "c"]|diff_assoc:["a", "c"]', expect: ['b', 'c'] },
    ],
  },
  evaluate: byKeyAndValue(false),
}

export const intersectAssoc: Filter = {
  definition: {
    name: 'intersect_assoc',
    aliases: ['array_intersect_assoc'],
    category: 'array',
    help: 'The entries that the other has too, with the same key (in a list: position) and value.',
    input: 'array',
    params: others,
    result: 'array',
    examples: [
      { expression: '{a: 1, b: 2}|intersect_assoc:{a: 1, b: 3}', expect: { a: 1 } },
      { expression: '["a", "b"]|intersect_assoc:["b", "a"]', expect: [] },
    ],
  },
  evaluate: byKeyAndValue(true),
}
