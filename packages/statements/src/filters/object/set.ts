import { argument, needed } from '../../define/filter-parameter.ts'
import type { Evaluate, Filter, FilterArgument } from '../../define/types.ts'
import { isEmpty, isTruthy } from '../../values/kinds.ts'
import { setPath, unsetPath } from '../../values/path/set-path.ts'
import type { Value } from '../../values/value.ts'
import { pathExpressions } from '../list.ts'

/** Sets the value at the path when `wanted` says so. */
function settingWhen(wanted: (next: Value, condition: FilterArgument) => boolean): Evaluate {
  return (value, [at, nextArgument, condition], context) => {
    const next = argument(nextArgument)
    if (!wanted(next, condition)) return value
    return setPath(value, argument(at), next, pathExpressions(context))
  }
}

const path = needed('path', 'text', 'A key, an index, or a path such as `items[0].name`.')
const params = [path, needed('value', 'any', 'The value to set.')]

export const set: Filter = {
  definition: {
    name: 'set',
    category: 'object',
    help: 'The whole value with another value at a path; objects are made along the way.',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '{fizz: "buzz"}|set:"foo":"bar"', expect: { fizz: 'buzz', foo: 'bar' } },
      { expression: '{}|set:"a.b":1', expect: { a: { b: 1 } } },
      { expression: '[1, 2]|set:0:9', expect: [9, 2] },
      { expression: '[{a: 1}, {a: 2}]|set:"a":0', expect: [{ a: 0 }, { a: 0 }] },
    ],
  },
  evaluate: settingWhen(() => true),
}

export const setConditional: Filter = {
  definition: {
    name: 'set_conditional',
    category: 'object',
    help: 'As set, when a condition is true; otherwise the value as it was.',
    input: 'any',
    params: [...params, needed('condition', 'bool', 'Whether to set it.')],
    result: 'any',
    examples: [
      { expression: '{a: 1}|set_conditional:"b":2:(1 + 1 == 2)', expect: { a: 1, b: 2 } },
      { expression: '{a: 1}|set_conditional:"b":2:false', expect: { a: 1 } },
    ],
  },
  evaluate: settingWhen((_, condition) => isTruthy(argument(condition))),
}

export const setIfNotEmpty: Filter = {
  definition: {
    name: 'set_ifnotempty',
    category: 'object',
    help: 'As set, when the new value is not empty ("", null, 0, "0", false, [] or {}).',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '{a: 1}|set_ifnotempty:"b":2', expect: { a: 1, b: 2 } },
      { expression: '{a: 1}|set_ifnotempty:"b":""', expect: { a: 1 } },
    ],
  },
  evaluate: settingWhen((next) => !isEmpty(next)),
}

export const setIfNotNull: Filter = {
  definition: {
    name: 'set_ifnotnull',
    category: 'object',
    help: 'As set, when the new value is not null.',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '{a: 1}|set_ifnotnull:"b":0', expect: { a: 1, b: 0 } },
      { expression: '{a: 1}|set_ifnotnull:"a":null', expect: { a: 1 } },
    ],
  },
  evaluate: settingWhen((next) => next !== null),
}

export const unset: Filter = {
  definition: {
    name: 'unset',
    category: 'object',
    help: 'The whole value without what is at a path.',
    input: 'any',
    params: [path],
    result: 'any',
    examples: [
      { expression: '{a: 1, b: 2}|unset:"a"', expect: { b: 2 } },
      { expression: '{a: {b: 1, c: 2}}|unset:"a.b"', expect: { a: { c: 2 } } },
      { expression: '{a: 1}|unset:"zz"', expect: { a: 1 } },
    ],
  },
  evaluate: (value, [at], context) => unsetPath(value, argument(at), pathExpressions(context)),
}
