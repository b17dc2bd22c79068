import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Evaluate, Filter, FilterContext } from '../../define/types.ts'
import { getPath } from '../../values/path/get-path.ts'
import { setPath } from '../../values/path/set-path.ts'
import type { Value } from '../../values/value.ts'
import { allowArray } from '../limits.ts'
import { listOf, pathExpressions } from '../list.ts'

type Add = (list: readonly Value[], element: Value) => Value[]

const atEnd: Add = (list, element) => [...list, element]
const atStart: Add = (list, element) => [element, ...list]

function added(list: Value, element: Value, add: Add, context: FilterContext): Value[] {
  const items = listOf(list)
  allowArray(items.length + 1, context)
  return add(items, element)
}

/** Adds to the piped list. */
function adding(add: Add): Evaluate {
  return (value, [element], context) => added(value, argument(element), add, context)
}

/** Adds to the piped list or, with a path, to the list there; a list is made where there is none. */
function addingAt(add: Add): Evaluate {
  return (value, [element, pathArgument], context) => {
    const path = argument(pathArgument)
    if (path === null || path === '') return added(value, argument(element), add, context)
    const expressions = pathExpressions(context)
    const list = getPath(value, path, expressions) ?? []
    return setPath(value, path, added(list, argument(element), add, context), expressions)
  }
}

const element = needed('value', 'any', 'The element to add.')
const path = fallback('path', 'text', null, 'Where in an object the list is. The piped value itself when left out.')

export const push: Filter = {
  definition: {
    name: 'push',
    aliases: ['array_push'],
    category: 'array',
    help: 'A new list with one more element at its end.',
    input: 'array',
    params: [element],
    result: 'array',
    examples: [
      { expression: '[1, 2]|push:"a"', expect: [1, 2, 'a'] },
      { expression: '[]|push:[1]', expect: [[1]] },
    ],
  },
  evaluate: adding(atEnd),
}

export const unshift: Filter = {
  definition: {
    name: 'unshift',
    aliases: ['array_unshift'],
    category: 'array',
    help: 'A new list with one more element at its start.',
    input: 'array',
    params: [element],
    result: 'array',
    examples: [
      { expression: '[1, 2]|unshift:0', expect: [0, 1, 2] },
      { expression: '[]|unshift:null', expect: [null] },
    ],
  },
  evaluate: adding(atStart),
}

export const append: Filter = {
  definition: {
    name: 'append',
    category: 'array',
    help: 'Adds an element at the end of the list, or of the list inside an object, and gives the whole.',
    input: 'any',
    params: [element, path],
    result: 'any',
    examples: [
      { expression: '[1, 2, 3]|append:4', expect: [1, 2, 3, 4] },
      { expression: '{a: {b: [1]}}|append:2:"a.b"', expect: { a: { b: [1, 2] } } },
      { expression: '{}|append:1:"new"', expect: { new: [1] } },
    ],
  },
  evaluate: addingAt(atEnd),
}

export const prepend: Filter = {
  definition: {
    name: 'prepend',
    category: 'array',
    help: 'Adds an element at the start of the list, or of the list inside an object, and gives the whole.',
    input: 'any',
    params: [element, path],
    result: 'any',
    examples: [
      { expression: '[1, 2, 3]|prepend:0', expect: [0, 1, 2, 3] },
      { expression: '{a: [1]}|prepend:0:"a"', expect: { a: [0, 1] } },
    ],
  },
  evaluate: addingAt(atStart),
}
