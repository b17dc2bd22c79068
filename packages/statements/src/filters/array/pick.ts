import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Evaluate, Filter, FilterContext } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { isContainer } from '../../values/kinds.ts'
import { objectOf } from '../../values/members.ts'
import { hasPath } from '../../values/path/get-path.ts'
import { setPath } from '../../values/path/set-path.ts'
import type { Value } from '../../values/value.ts'
import { allowArray, allowDepth } from '../limits.ts'
import { containerOf, entriesOf, pathExpressions, sizeOf } from '../list.ts'

/**
 * Of an object, or of each object of a list, the keys that are among `keys`, or that are not. Each part counts as work: a
 * list held twice at every level doubles with each of them.
 */
function withKeys(value: Value, keys: ReadonlySet<string>, kept: boolean, context: FilterContext, depth = 0): Value {
  allowDepth(depth)
  context.spend(isContainer(value) ? sizeOf(value) : 1)
  if (Array.isArray(value)) {
    return value.map((item) => (isContainer(item) ? withKeys(item, keys, kept, context, depth + 1) : item))
  }
  return objectOf(
    entriesOf(value)
      .map(([key, item]) => [String(key), item] as const)
      .filter(([key]) => keys.has(key) === kept),
  )
}

function choosing(kept: boolean): Evaluate {
  return (value, [keysArgument, pathArgument], context) => {
    const names = argument(keysArgument)
    const keys = new Set(isContainer(names) ? entriesOf(names).map(([, name]) => toText(name)) : [toText(names)])
    allowArray(sizeOf(containerOf(value)) + keys.size, context)
    const path = argument(pathArgument)
    if (path === null || path === '') return withKeys(value, keys, kept, context)
    const expressions = pathExpressions(context)
    if (!hasPath(value, path, expressions)) return value
    const change = (target: Value): Value => (isContainer(target) ? withKeys(target, keys, kept, context) : target)
    return setPath(value, path, (scope) => change(scope.this), expressions)
  }
}

const params = [
  needed('keys', 'array', 'The keys, a list of texts.'),
  fallback(
    'path',
    'text',
    null,
    'Where in the value the object or list of objects is. The value itself when left out.',
  ),
]

export const pick: Filter = {
  definition: {
    name: 'pick',
    category: 'array',
    help: 'Only these keys of an object, or of each object of a list.',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '{a: 1, b: 2, c: 3}|pick:[a, c]', expect: { a: 1, c: 3 } },
      { expression: '[{a: 1, b: 2}, {b: 3}]|pick:["a"]', expect: [{ a: 1 }, {}] },
      { expression: '{x: {a: 1, b: 2}}|pick:["a"]:"x"', expect: { x: { a: 1 } } },
      { expression: '{a: 1}|pick:["zz"]', expect: {} },
      { expression: '{x: 1}|pick:["a"]:"zz"', expect: { x: 1 } },
    ],
  },
  evaluate: choosing(true),
}

export const unpick: Filter = {
  definition: {
    name: 'unpick',
    category: 'array',
    help: 'All but these keys of an object, or of each object of a list.',
    input: 'any',
    params,
    result: 'any',
    examples: [
      { expression: '{a: 1, b: 2, c: 3}|unpick:[a, c]', expect: { b: 2 } },
      { expression: '[{a: 1, b: 2}]|unpick:["a"]', expect: [{ b: 2 }] },
      { expression: '{a: 1}|unpick:[]', expect: { a: 1 } },
    ],
  },
  evaluate: choosing(false),
}
