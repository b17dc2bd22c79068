import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterContext } from '../../define/types.ts'
import { isContainer, isObject, type Container, type ValueObject } from '../../values/kinds.ts'
import { objectOf, setOwn } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { allowArray, allowDepth } from '../limits.ts'
import { containerOf, sizeOf } from '../list.ts'

/** What to do with a key that both have. */
type Clash = (left: Value, right: Value, context: FilterContext, depth: number) => Value

const rightWins: Clash = (_, right) => right

/** Lists and objects go together; other values become a list of both. */
const together: Clash = (left, right, context, depth) =>
  merged(asContainer(left), asContainer(right), together, context, depth + 1)

function asContainer(value: Value): Container {
  return isContainer(value) ? value : [value]
}

/** Two lists one after the other; two objects key by key. Of a mix, the list's elements get the next free numbers. */
function merged(left: Container, right: Container, clash: Clash, context: FilterContext, depth = 0): Container {
  allowDepth(depth)
  allowArray(sizeOf(left) + sizeOf(right), context)
  if (isListLike(left) && isListLike(right))
    return Array.isArray(left) || Array.isArray(right) ? concat(left, right) : {}
  const result: ValueObject = isObject(left) ? { ...left } : objectOf(numbered(left, 0))
  if (!isObject(right)) return Object.assign(result, objectOf(numbered(right, Object.keys(result).length)))
  for (const key of Object.keys(right)) {
    const next = right[key] as Value
    setOwn(result, key, Object.hasOwn(result, key) ? clash(result[key] as Value, next, context, depth) : next)
  }
  return result
}

/** A list, or the empty object, which is one too. */
function isListLike(value: Container): boolean {
  return Array.isArray(value) || Object.keys(value).length === 0
}

function concat(left: Container, right: Container): Value[] {
  return [...(Array.isArray(left) ? left : []), ...(Array.isArray(right) ? right : [])]
}

function numbered(list: readonly Value[], from: number): (readonly [string, Value])[] {
  return list.map((item, index) => [String(from + index), item] as const)
}

const other = [needed('other', 'any', 'The list or object to add.')]

export const merge: Filter = {
  definition: {
    name: 'merge',
    aliases: ['array_merge'],
    category: 'array',
    help: 'Two lists one after the other, or the keys of two objects; where both have a key, the second wins.',
    input: 'any',
    params: other,
    result: 'any',
    examples: [
      { expression: '[1, 2]|merge:[3]', expect: [1, 2, 3] },
      { expression: '{a: 1, b: 1}|merge:{b: 2, c: 3}', expect: { a: 1, b: 2, c: 3 } },
      { expression: '[]|merge:{a: 1}', expect: { a: 1 } },
      { expression: '{}|merge:{}', expect: {} },
    ],
  },
  evaluate: (value, [second], context) => merged(containerOf(value), containerOf(argument(second)), rightWins, context),
}

export const mergeRecursive: Filter = {
  definition: {
    name: 'merge_recursive',
    aliases: ['array_merge_recursive'],
    category: 'array',
    help: 'As merge, and what both have at a key is merged too; two plain values become a list.',
    input: 'any',
    params: other,
    result: 'any',
    examples: [
      { expression: '{a: {b: 1}}|merge_recursive:{a: {c: 2}}', expect: { a: { b: 1, c: 2 } } },
      { expression: '{c: {f: ["red"]}}|merge_recursive:{c: {f: ["blue"]}}', expect: { c: { f: ['red', 'blue'] } } },
      { expression: '{a: 1}|merge_recursive:{a: 2}', expect: { a: [1, 2] } },
    ],
  },
  evaluate: (value, [second], context) => merged(containerOf(value), containerOf(argument(second)), together, context),
}
