import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { getMember, objectOf } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { allowArray } from '../limits.ts'
import { elementsOf, entriesOf } from '../list.ts'

export const keys: Filter = {
  definition: {
    name: 'keys',
    aliases: ['array_keys'],
    category: 'object',
    help: 'The keys of an object, or the indexes of a list.',
    input: 'any',
    params: [],
    result: 'array',
    examples: [
      { expression: '{a: 1, b: 2}|keys', expect: ['a', 'b'] },
      { expression: '["x", "y"]|keys', expect: [0, 1] },
      { expression: '{}|keys', expect: [] },
    ],
  },
  evaluate: (value, _, context) => {
    const entries = entriesOf(value)
    allowArray(entries.length, context)
    return entries.map(([key]) => key)
  },
}

export const values: Filter = {
  definition: {
    name: 'values',
    aliases: ['array_values'],
    category: 'object',
    help: 'The values of an object as a list.',
    input: 'any',
    params: [],
    result: 'array',
    examples: [
      { expression: '{a: 1, b: 2}|values', expect: [1, 2] },
      { expression: '["x"]|values', expect: ['x'] },
    ],
  },
  evaluate: (value, _, context) => {
    const items = elementsOf(value)
    allowArray(items.length, context)
    return [...items]
  },
}

export const entries: Filter = {
  definition: {
    name: 'entries',
    aliases: ['array_entries'],
    category: 'object',
    help: 'A list of the keys and values of an object, each as {key, value}.',
    input: 'any',
    params: [],
    result: 'array',
    examples: [
      { expression: '{a: 1}|entries', expect: [{ key: 'a', value: 1 }] },
      { expression: '["x"]|entries', expect: [{ key: 0, value: 'x' }] },
      { expression: '{}|entries', expect: [] },
    ],
  },
  evaluate: (value, _, context) => {
    const all = entriesOf(value)
    allowArray(all.length, context)
    return all.map(([key, item]) => ({ key, value: item }))
  },
}

export const createObject: Filter = {
  definition: {
    name: 'create_object',
    category: 'object',
    help: 'An object of a list of keys and a list of as many values.',
    input: 'array',
    params: [needed('values', 'array', 'The values, in the order of the keys.')],
    result: 'object',
    examples: [
      { expression: '["a", "b"]|create_object:[1, 2]', expect: { a: 1, b: 2 } },
      { expression: '[]|create_object:[]', expect: {} },
    ],
  },
  evaluate: (value, [valuesArgument], context) => {
    const names = elementsOf(value)
    const items = elementsOf(argument(valuesArgument))
    allowArray(names.length, context)
    if (names.length === items.length) return objectOf(names.map((name, at) => [toText(name), items[at] as Value]))
    throw new StackError('standard', 'length_mismatch', 'Keys and values must be equal in number.', {
      hint: `There are ${names.length} keys and ${items.length} values.`,
    })
  },
}

export const createObjectFromEntries: Filter = {
  definition: {
    name: 'create_object_from_entries',
    category: 'object',
    help: 'An object of a list of {key, value}: the inverse of entries.',
    input: 'array',
    params: [],
    result: 'object',
    examples: [
      { expression: '[{key: "a", value: 1}, {key: "b", value: 2}]|create_object_from_entries', expect: { a: 1, b: 2 } },
      { expression: '[{key: "a", value: 1}, {key: "a", value: 2}]|create_object_from_entries', expect: { a: 2 } },
      { expression: '[]|create_object_from_entries', expect: {} },
    ],
  },
  evaluate: (value, _, context) => {
    const all = elementsOf(value)
    allowArray(all.length, context)
    return objectOf(all.map((entry) => [toText(getMember(entry, 'key') ?? null), getMember(entry, 'value') ?? null]))
  },
}
