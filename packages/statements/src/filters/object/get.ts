import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { getPath, hasPath } from '../../values/path/get-path.ts'
import { pathExpressions } from '../list.ts'

const path = needed('path', 'text', 'A key, an index, or a path such as `items[0].name`.')

export const get: Filter = {
  definition: {
    name: 'get',
    category: 'object',
    help: 'The value at a path; the default where nothing is. A null that is there stays null.',
    input: 'any',
    params: [path, fallback('default', 'any', null, 'The value where nothing is.')],
    result: 'any',
    follows: 'member',
    examples: [
      { expression: '{fizz: "buzz"}|get:"fizz"', expect: 'buzz' },
      { expression: '{a: [{b: 7}]}|get:"a[0].b"', expect: 7 },
      { expression: '{a: 1}|get:"b":"none"', expect: 'none' },
      { expression: '{a: null}|get:"a":5', expect: null },
      { expression: '[4, 5]|get:-1', expect: 5 },
      { expression: '{a: 1}|get:"constructor"', expect: null },
    ],
  },
  evaluate: (value, [at, missing], context) => {
    const found = getPath(value, argument(at), pathExpressions(context))
    return found === undefined ? argument(missing) : found
  },
}

export const has: Filter = {
  definition: {
    name: 'has',
    category: 'object',
    help: 'Whether something, null included, is at a path. In a list the path is an index, not an element.',
    input: 'any',
    params: [path],
    result: 'bool',
    examples: [
      { expression: '{fizz: null}|has:"fizz"', expect: true },
      { expression: '{fizz: 1}|has:"toString"', expect: false },
      { expression: '["4", "5"]|has:"4"', expect: false },
    ],
  },
  evaluate: (value, [at], context) => hasPath(value, argument(at), pathExpressions(context)),
}
