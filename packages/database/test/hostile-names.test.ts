import type { AddonPlan, QueryNode } from '@cairn/statements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { field, index, table } from './tables.ts'
import { queryOf, testPort, type TestPort } from './test-port.ts'

const nasty = `t"; drop table "safe"; --`
const column = `c'" = 1) or $1::text --`
const alias = `a" on true; --`
const made = `e", (select 1)`

const safe = table('safe', [field('id', 'int')], [index('primary', 'id')])
const hostile = table(
  nasty,
  [field('id', 'int'), field(column, 'text')],
  [index('primary', 'id'), index('btree', column)],
)

const at = (from: string, name: string): QueryNode => ({ kind: 'column', table: from, column: name, path: [] })
const slot: QueryNode = { kind: 'value', slot: 0 }
const equal = (left: QueryNode, right: QueryNode): QueryNode => ({
  kind: 'compare',
  operator: '==',
  ignoreNull: false,
  left,
  right,
})
const addon: AddonPlan = {
  name: 'again',
  query: queryOf(nasty, { where: equal(at(nasty, column), slot), return: { type: 'count' } }),
  inputs: [`i"'`],
}

let port: TestPort

beforeAll(async () => {
  port = await testPort([safe, hostile], new Map([['again', addon]]))
  await port.fill('safe', [{}, {}])
}, 60_000)

afterAll(() => port?.close())

/** Security class 9: names are quoted wherever they stand, and values are bound. */
test('names and values full of SQL are no more than names and values', async () => {
  const value = `v'; drop table "safe"; -- \\ $1 "`
  const write = { table: nasty, columns: [column], output: null, addons: [] }
  expect(await port.db.write({ ...write, kind: 'add', field: null }, null, [value])).toEqual({ id: 1, [column]: value })
  expect(await port.db.write({ ...write, kind: 'edit', field: column }, value, [value])).toEqual({
    id: 1,
    [column]: value,
  })
  const rows = await port.db.query(
    queryOf(nasty, {
      where: equal(at(nasty, column), slot),
      additionalWhere: { slot: 1 },
      overrideSort: { slot: 2 },
      joins: [{ alias, table: nasty, type: 'left', where: equal(at(alias, column), at(nasty, column)) }],
      evals: [{ name: made, value: at(alias, column) }],
      addons: [
        {
          as: ['__proto__'],
          addon: 'again',
          input: { [`i"'`]: { kind: 'output', path: [column] } },
          output: null,
          addons: [],
        },
      ],
      return: {
        type: 'list',
        paging: { page: null, perPage: null, offset: null, totals: true, metadata: false },
        distinct: false,
      },
    }),
    [
      value,
      { expression: [{ statement: { left: { tag: 'col', operand: column }, op: '=', right: { operand: value } } }] },
      [{ sortBy: made, orderBy: 'desc' }],
    ],
  )
  const expected = Object.fromEntries([
    ['id', 1],
    [column, value],
    [made, value],
    ['__proto__', 1],
  ])
  expect(JSON.stringify(rows)).toBe(JSON.stringify([expected]))
  const found = { table: nasty, field: column, output: null, addons: [], lock: false }
  expect(await port.db.record({ ...found, kind: 'has' }, value)).toBe(true)
  const where = equal(at(nasty, column), slot)
  expect(
    await port.db.bulk({ kind: 'bulk.update', table: nasty, allowId: false, where }, { [column]: value }, [value]),
  ).toBe(1)
  expect(await port.db.bulk({ kind: 'bulk.delete', table: nasty, allowId: false, where }, null, [value])).toBe(1)
  await port.db.truncate({ kind: 'truncate', table: nasty, reset: true })
  expect(await port.db.query(queryOf('safe', { return: { type: 'count' } }), [])).toBe(2)
})

test.each(['safe"; drop table safe; --', 'w1_live.safe', 'pg_class', 'SAFE', ''])('no table %s', async (name) => {
  await expect(port.db.query(queryOf(name), [])).rejects.toMatchObject({ reason: 'unknown_table' })
  await expect(port.db.truncate({ kind: 'truncate', table: name, reset: false })).rejects.toMatchObject({
    reason: 'unknown_table',
  })
})
