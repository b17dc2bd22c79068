import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBothBuilds } from './both-builds.ts'
import { tablesOnPostgres, type TestTables } from './postgres.ts'
import { groupFilterExamples, queryFilterExamples, rowOfExamples, tableOfExamples } from './query-filters.ts'

const pile = 'table pile {\n schema {\n int id\n text name\n int? amount?\n int? nothing?\n }\n}'
let tables: TestTables
beforeAll(async () => {
  tables = await tablesOnPostgres([tableOfExamples, pile])
  const add = (table: string, rows: { [column: string]: string | number | null }[] | [typeof rowOfExamples]) =>
    tables.db.bulk({ kind: 'bulk.add', table, allowId: false, where: null }, [...rows], [])
  await add('thing', [rowOfExamples])
  await add('pile', [
    { name: 'b', amount: 1 },
    { name: 'a', amount: 2 },
    { name: 'a', amount: 2 },
    { name: 'a', amount: null },
  ])
})
afterAll(() => tables?.close())

const columns = (table: string, expression: string) => expression.replace(/\$(\w+)/g, `$db.${table}.$1`)

const run = (stack: string) => inBothBuilds(stack, { ports: { db: tables.db } })

const rowsOf = (examples: typeof queryFilterExamples) =>
  Object.values(examples).flatMap((group) => group.map(([expression, expected]) => [expression, expected] as const))

describe('filters of queries', () => {
  test.each(rowsOf(queryFilterExamples))('%s = %o', async (expression, expected) => {
    const made = columns('thing', expression)
    const stack = `db.query thing {\n eval = {made: ${made}}\n return = {type: "single"}\n} as $row\nvar $x {\n value = $row.made\n}`
    expect(await run(stack)).toEqual([{ value: expected }, { value: expected }])
  })

  test.each(['$db.thing.place|covers:$point', '!($db.thing.place|covers:$point)'])(
    '%s says which extension it needs',
    async (where) => {
      const stack = `var $point {\n value = {type: "point", data: {lng: 0, lat: 0}}\n}\ndb.query thing {\n where = ${where}\n} as $x`
      const [fast, traced] = await run(stack)
      expect(fast).toMatchObject({ reason: 'needs_extension', message: expect.stringContaining('PostGIS') })
      expect(traced).toEqual(fast)
    },
  )
})

describe('filters of groups', () => {
  test.each(rowsOf(groupFilterExamples))('%s = %o', async (expression, expected) => {
    const made = columns('pile', expression)
    const stack = `db.query pile {\n return = {type: "aggregate", eval: {made: ${made}}}\n} as $rows\nvar $x {\n value = $rows[0].made\n}`
    expect(await run(stack)).toEqual([{ value: expected }, { value: expected }])
  })
})

describe('statements that need real tables', () => {
  test.each<[title: string, stack: string, expected: object]>([
    [
      'db.direct_query: values are bound to the marks',
      'db.direct_query {\n sql = "select ?::int + ?::int as sum"\n arg = [40, 2]\n response_type = "single"\n} as $x',
      { value: { sum: 42 } },
    ],
    [
      'db.direct_query: no row is an empty list',
      'db.direct_query {\n sql = "select 1 as one where false"\n} as $x',
      { value: [] },
    ],
    [
      'db.direct_query: a text that looks like SQL stays a value',
      'db.direct_query {\n sql = "select ? as given"\n arg = ["\'; drop table thing; --"]\n response_type = "single"\n} as $x',
      { value: { given: "'; drop table thing; --" } },
    ],
    [
      'db.schema: the columns of a table',
      'db.schema pile as $columns\nvar $x {\n value = $columns|map:$$.name\n}',
      { value: ['id', 'name', 'amount', 'nothing'] },
    ],
    [
      'db.schema: one column',
      'db.schema pile {\n path = "amount"\n} as $column\nvar $x {\n value = $column.name\n}',
      { value: 'amount' },
    ],
  ])('%s', async (_title, stack, expected) => {
    expect(await run(stack)).toEqual([expected, expected])
  })
})
