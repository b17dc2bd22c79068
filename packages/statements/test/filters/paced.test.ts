import { describe, expect, test } from 'vitest'
import { filters, type FilterArgument, type Paced, type Value } from '../../src/index.ts'
import { smallContext } from './evaluate-example.ts'

const context = smallContext({ maxText: 20_000_000 })

/** Runs work to its end, with so many small steps at a time; also says how often it let others have their turn. */
function drive(work: Paced<Value>, fuel: number): { value: Value; pauses: number } {
  let pauses = 0
  let step = work.next(0)
  for (; step.done !== true; step = work.next(fuel)) pauses++
  return { value: step.value, pauses }
}

const count = 25_000
const numbers = Array.from({ length: count }, (_, at) => (at * 7919) % 1009)
const texts = numbers.map((number) => `f${number}`)
const rows = numbers.map((number, id) => ({ id, number, tags: ['a', { b: null }] }))
const odd: FilterArgument = (item) => Number(item) % 2 === 1
const nested = { rows: rows.slice(0, 8_000), empty: [], deep: { list: texts, file: 'x"\n' }, n: 1.5 }

const cases: [what: string, filter: string, value: Value, args: FilterArgument[]][] = [
  ['texts', 'sort', texts, []],
  ['texts, last first', 'sort', texts, [undefined, 'text', false]],
  ['texts by their numbers', 'sort', texts, [undefined, 'inatural']],
  ['rows by a number, equal ones in their order', 'sort', rows, ['number', 'number', false]],
  ['numbers', 'sort', Array.from({ length: 10 }, () => numbers).flat(), []],
  ['values without an order', 'sort', [...numbers, null, 'x', true, [1]], []],
  ['texts', 'unique', texts, []],
  ['rows by a member', 'unique', rows, ['number']],
  ['texts', 'diff', texts, [texts.slice(0, 500)]],
  ['a long other list', 'diff', ['f1', 'none'], [texts]],
  ['rows', 'intersect', rows, [rows.slice(10, 20_010)]],
  ['numbers', 'map', numbers, [(item, index) => Number(item) + Number(index)]],
  ['numbers', 'filter', numbers, [odd]],
  ['numbers', 'reduce', numbers, [(item, _index, _parent, result) => Number(result) + Number(item), 5]],
  ['numbers', 'json_encode', numbers, []],
  ['rows', 'json_encode', rows, []],
  ['parts of all kinds', 'json_encode', [nested, 1, null, 'é/"', nested.deep, [[]], rows], []],
  ['rows', 'json_decode', JSON.stringify(rows), []],
  ['rows with space between', 'json_decode', ` ${JSON.stringify(rows, null, 1)}\n`, []],
  ['an object of rows', 'json_decode', JSON.stringify({ rows }), []],
  ['CSV', 'csv_decode', rows.map(({ id, number }) => `${id},"n ""${number}"""`).join('\n'), []],
  ['CSV', 'csv_parse', `id,number,none\n${rows.map(({ id, number }) => `${id},${number}`).join('\r\n')}`, []],
]

describe('long work in steps gives what it gives at once', () => {
  test.each(cases)('%s|%s', (_what, name, value, args) => {
    const filter = filters.get(name)!
    const at = filter.evaluate(value, args, context)
    for (const fuel of [1, 5000]) {
      const { value: stepwise, pauses } = drive(filter.paced!(value, args, context)!, fuel)
      // Comparing them member by member would take a minute.
      expect(JSON.stringify(stepwise)).toBe(JSON.stringify(at))
      expect(pauses).toBeGreaterThanOrEqual(2)
    }
  })
})

describe('and fails as it fails at once', () => {
  const bad = (change: (text: string) => string) => change(JSON.stringify(texts))
  test.each([
    ['a comma too many', bad((text) => text.replaceAll('"f7"', '"f7",'))],
    ['one behind all', bad((text) => text.replace(/\]$/, ',]'))],
    ['text behind it', bad((text) => `${text} x`)],
    ['another bracket', bad((text) => text.replace(/\]$/, '}'))],
    ['no end', bad((text) => text.slice(0, -1))],
    ['no quote', bad((text) => text.replace('"f5"', '"f5'))],
    ['too deep', `[${'['.repeat(600)}${']'.repeat(600)},${JSON.stringify(texts)}]`],
  ])('JSON with %s', (_what, text) => {
    const filter = filters.get('json_decode')!
    const reason = (work: () => unknown) => {
      try {
        return work()
      } catch (error) {
        return (error as { reason: string }).reason
      }
    }
    const long = text.padEnd(600_000)
    const atOnce = reason(() => filter.evaluate(long, [], context))
    expect(atOnce).toMatch(/bad_json|too_deep/)
    expect(reason(() => drive(filter.paced!(long, [], context)!, 100))).toBe(atOnce)
  })

  test('JSON that is longer than a text may be', () => {
    const short = { ...context, maxText: 100_000, spend: () => {} }
    const filter = filters.get('json_encode')!
    expect(() => drive(filter.paced!(texts, [], short)!, 100)).toThrow(/longer than 100000/)
    expect(() => filter.evaluate(texts, [], short)).toThrow(/longer than 100000/)
  })
})

test('how long a deep value takes is asked without going down all of it', () => {
  let deep: Value = 1
  for (let level = 0; level < 200_000; level++) deep = [deep]
  const { outlasts, paced } = filters.get('json_encode')!
  expect(outlasts!(deep, [])).toBe(false)
  expect(paced!(deep, [], context)).toBeNull()
})

test.each([
  ['sort', [3, 1, 2], []],
  ['unique', [1, 1], []],
  ['diff', [1], [[1]]],
  ['map', [1], [(item: Value) => item]],
  ['json_encode', { a: 1 }, []],
  ['json_decode', '[1]', []],
  ['csv_decode', 'a,b', []],
])('short work of %s is done at once', (name, value, args) => {
  expect(filters.get(name)!.paced!(value as Value, args as FilterArgument[], context)).toBeNull()
})
