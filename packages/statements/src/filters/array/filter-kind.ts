/** The family that leaves out one kind of element: `filter_null`, `filter_empty`, … */
import { pathOfElement } from '../../define/each-parameter.ts'
import type { Filter, FilterExample } from '../../define/types.ts'
import { isEmpty, isObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { elementReader } from '../element-at.ts'
import { keepEntries } from '../list.ts'

interface Kind {
  name: string
  /** What is left out, in words. */
  words: string
  leavesOut: (value: Value) => boolean
  examples: readonly FilterExample[]
}

function leavingOut({ name, words, leavesOut, examples }: Kind): Filter {
  return {
    definition: {
      name,
      category: 'array',
      help: `The elements of a list, or the keys of an object, without those that are ${words}.`,
      input: 'any',
      params: [pathOfElement('What of an element to look at. The element itself when left out.')],
      result: 'any',
      examples,
    },
    evaluate: (value, [path], context) => {
      const read = elementReader(path, context)
      return keepEntries(value, context, (item) => !leavesOut(read(item)))
    },
  }
}

const isEmptyList = (value: Value): boolean => Array.isArray(value) && value.length === 0
const isEmptyObject = (value: Value): boolean => isObject(value) && Object.keys(value).length === 0

export const filterKinds: readonly Filter[] = [
  {
    name: 'filter_empty',
    words: 'empty: "", null, 0, "0", false, [] or {}',
    leavesOut: isEmpty,
    examples: [
      { expression: '[1, null, "", 0, "0", "text", false, [], {}]|filter_empty', expect: [1, 'text'] },
      { expression: '[{a: 1, b: null}, {a: 0, b: 4}]|filter_empty:a', expect: [{ a: 1, b: null }] },
      { expression: '{a: 1, b: ""}|filter_empty', expect: { a: 1 } },
    ],
  },
  {
    name: 'filter_empty_text',
    words: 'the empty text',
    leavesOut: (value: Value) => value === '',
    examples: [
      { expression: '["a", "", null]|filter_empty_text', expect: ['a', null] },
      { expression: '{a: "", b: 1}|filter_empty_text', expect: { b: 1 } },
    ],
  },
  {
    name: 'filter_empty_array',
    words: 'an empty list',
    leavesOut: isEmptyList,
    examples: [
      { expression: '[[1], [], ""]|filter_empty_array', expect: [[1], ''] },
      { expression: '[{t: []}, {t: [1]}]|filter_empty_array:t', expect: [{ t: [1] }] },
    ],
  },
  {
    name: 'filter_empty_object',
    words: 'an empty object',
    leavesOut: isEmptyObject,
    examples: [
      { expression: '[{a: 1}, {}, 0]|filter_empty_object', expect: [{ a: 1 }, 0] },
      { expression: '{a: {}, b: 1}|filter_empty_object', expect: { b: 1 } },
    ],
  },
  {
    name: 'filter_null',
    words: 'null',
    leavesOut: (value: Value) => value === null,
    examples: [
      { expression: '[1, null, 0]|filter_null', expect: [1, 0] },
      { expression: '{a: null, b: false}|filter_null', expect: { b: false } },
    ],
  },
  {
    name: 'filter_zero',
    words: '0 or "0"',
    leavesOut: (value: Value) => value === 0 || value === '0',
    examples: [
      { expression: '[0, 1, "0", null]|filter_zero', expect: [1, null] },
      { expression: '{a: 0, b: 2}|filter_zero', expect: { b: 2 } },
    ],
  },
  {
    name: 'filter_false',
    words: 'false',
    leavesOut: (value: Value) => value === false,
    examples: [
      { expression: '[true, false, 0]|filter_false', expect: [true, 0] },
      { expression: '{a: false, b: true}|filter_false', expect: { b: true } },
    ],
  },
].map(leavingOut)
