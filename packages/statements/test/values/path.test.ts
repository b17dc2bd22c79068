import { expect, test } from 'vitest'
import { getPath, hasPath } from '../../src/values/path/get-path.ts'
import { setPath, unsetPath } from '../../src/values/path/set-path.ts'
import type { PathScope } from '../../src/values/path/path-scope.ts'
import type { Value } from '../../src/values/value.ts'

const order = freeze({
  items: [
    {
      id: 1,
      tags: [
        { tag: 'a', weight: 10 },
        { tag: 'b', weight: 95 },
      ],
    },
    { id: 2, tags: [{ tag: 'c', weight: 90 }] },
    { id: 3, tags: [] },
  ],
  'a.b': 'dotted',
})

/** Stands in for the runtime: the few expressions that these tables use. */
function evaluate(expression: string, scope: PathScope): Value {
  const at = scope.this as { [key: string]: number }
  if (expression === '$$.id > 1') return (at.id ?? 0) > 1
  if (expression === '$$.weight>=90') return (at.weight ?? 0) >= 90
  if (expression === '$$ == $index') return scope.this === scope.index
  throw new Error(`not in the table: ${expression}`)
}

test.each<[Value, Value, Value | undefined]>([
  [order, 'items[0].id', 1],
  [order, 'items.0.id', 1],
  [order, 'items[-1].id', 3],
  [order, 'items.id', [1, 2, 3]],
  [order, 'items.tags.weight', [10, 95, 90]],
  [order, 'items[$$.id > 1].tags[$$.weight>=90].tag', ['c']],
  [order, 'items[$$.id > 1].id', [2, 3]],
  [order, 'a.b', 'dotted'],
  [order, '["a.b"]', 'dotted'],
  [order, 'items[9].id', undefined],
  [order, 'nothing.here', undefined],
  [[10, 20], 1, 20],
  [{}, '[0,1]', undefined],
  [{ '[0,1]': 5 }, '[0,1]', 5],
  [[10, [20, 21]], 1.1, [20, 21]],
  [[10, [20, 21]], '1.1', 21],
  [[0, 5, 2], '[$$ == $index]', [0, 2]],
  [{ '[': 1, '.': 2, '': 3 }, '[', 1],
  [{ '[': 1, '.': 2, '': 3 }, '.', 2],
  [{ '[': 1, '.': 2, '': 3 }, '', 3],
  [null, 'a', undefined],
  ['text', 'length', undefined],
])('get %j at %j', (value, path, found) => {
  expect(getPath(value, path, evaluate)).toEqual(found)
})

test.each<[Value, Value, boolean]>([
  [{ a: null }, 'a', true],
  [{ a: { b: 1 } }, 'a.c', false],
  [['4', '5'], '4', false],
  [['4', '5'], '1', true],
  [[{ a: 1 }], 'a', true],
  [[{ a: 1 }], 'b', false],
])('has %j at %j: %j', (value, path, has) => {
  expect(hasPath(value, path)).toBe(has)
})

test.each<[Value, Value, Value | ((scope: PathScope) => Value), Value]>([
  [{}, 'a.b.c', 1, { a: { b: { c: 1 } } }],
  [null, 'a', 1, { a: 1 }],
  [null, 'list[0]', 1, { list: [1] }],
  [[1, 2], 1, 9, [1, 9]],
  [[1, 2], 2, 3, [1, 2, 3]],
  [[1], 5, 'x', { '0': 1, '5': 'x' }],
  [[], 'a', 1, { a: 1 }],
  [{}, 'payment_method_types[0]', 'card', { payment_method_types: ['card'] }],
  [{}, 'subscription_data[days]', 7, { subscription_data: { days: 7 } }],
  [{}, '["discounts[0][coupon]"]', 'c', { 'discounts[0][coupon]': 'c' }],
  [
    { items: [{ id: 1 }, { id: 5 }] },
    'items.id',
    ({ this: now }) => Number(now) + 1,
    { items: [{ id: 2 }, { id: 6 }] },
  ],
  [{ items: [{ id: 1 }, { id: 5 }] }, 'items[$$.id > 1].hit', true, { items: [{ id: 1 }, { id: 5, hit: true }] }],
])('set %j at %j', (value, path, next, result) => {
  expect(setPath(freeze(value), path, next, evaluate)).toEqual(result)
})

test('anchors name the root and every level below it', () => {
  const seen = setPath({ items: [{ n: 1 }] }, 'items.n', ({ anchors }) => anchors.length)
  expect(seen).toEqual({ items: [{ n: 4 }] })
})

test.each<[Value, Value, Value]>([
  [{ a: 1, b: 2 }, 'b', { a: 1 }],
  [{ a: { b: 1, c: 2 } }, 'a.b', { a: { c: 2 } }],
  [[1, 2, 3], 1, [1, 3]],
  [{ items: [{ id: 1, x: 1 }] }, 'items.x', { items: [{ id: 1 }] }],
  [{ items: [{ id: 1 }, { id: 2 }] }, 'items[$$.id > 1]', { items: [{ id: 1 }] }],
  [{ a: 1 }, 'b.c', { a: 1 }],
])('unset %j at %j', (value, path, result) => {
  expect(unsetPath(freeze(value), path, evaluate)).toEqual(result)
})

test('a path with an expression needs someone to evaluate it', () => {
  expect(() => getPath([1], '[$$ > 1]')).toThrow('The path holds an expression')
})

const attacks = [
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'a.__proto__.polluted',
  '__proto__',
  '["__proto__"].polluted',
]

test.each(attacks)('set at %s reaches no prototype', (path) => {
  const result = setPath({ a: {} }, path, 'yes')
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted')
  expect(Object.getOwnPropertyNames(Function.prototype)).not.toContain('polluted')
  expect(getPath(result, path)).toBe('yes')
})

test.each(['__proto__', 'constructor', 'toString', 'constructor.prototype', 'hasOwnProperty.call'])(
  'get at %s finds nothing that was not put there',
  (path) => {
    expect(getPath({}, path)).toBeUndefined()
    expect(getPath([], '-1')).toBeUndefined()
    expect(hasPath({}, path)).toBe(false)
  },
)

test('a key named __proto__ from JSON stays data through a change beside it', () => {
  const value = JSON.parse('{"__proto__": {"admin": true}}') as Value
  const result = setPath(value, 'other', 1)
  expect(getPath(result, 'admin')).toBeUndefined()
  expect(getPath(result, '__proto__.admin')).toBe(true)
})

function freeze<V extends Value>(value: V): V {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach((member) => freeze(member as Value))
  return Object.freeze(value)
}
