import type { Value } from '@cairn/statements'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBothBuilds } from './both-builds.ts'
import { tablesOnPostgres, type TestTables } from './postgres.ts'

/** Three rows: the lower value, the higher one, and none. */
const columns = {
  whole: { type: 'int', low: 1, high: 10 },
  broken: { type: 'decimal', low: 1.5, high: 10.25 },
  words: { type: 'text', low: 'apple', high: 'banana' },
  flag: { type: 'bool', low: false, high: true },
  moment: { type: 'timestamp', low: Date.UTC(2024, 1, 29), high: Date.UTC(2025, 0, 1) },
  day: { type: 'date', low: '2024-02-29', high: '2025-01-01' },
  kind: { type: 'enum', low: 'closed', high: 'open' },
} as const
type Column = keyof typeof columns

let tables: TestTables
beforeAll(async () => {
  const fields = Object.entries(columns).map(([name, { type }]) =>
    type === 'enum' ? `enum? ${name}? {\n values = ["closed", "open"]\n }` : `${type}? ${name}?`,
  )
  tables = await tablesOnPostgres([`table thing {\n schema {\n int id\n ${fields.join('\n ')}\n }\n}`])
  const row = (which: 'low' | 'high'): Value =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[which]]))
  const none = Object.fromEntries(Object.keys(columns).map((name) => [name, null]))
  const plan = { kind: 'bulk.add', table: 'thing', allowId: false, where: null } as const
  await tables.db.bulk(plan, [row('low'), row('high'), none], [])
})
afterAll(() => tables?.close())

/** Ids of the rows for which it holds, in both builds. */
async function rowsWhere(where: string, value: Value): Promise<unknown> {
  const stack = `var $value {\n value = \`${JSON.stringify(value)}\`\n}
db.query thing {\n where = ${where}\n sort = {thing.id: "asc"}\n output = ["id"]\n} as $rows
var $x {\n value = $rows|map:$$.id\n}`
  return inBothBuilds(stack, { ports: { db: tables.db } })
}

const both = (ids: readonly number[]) => [{ value: ids }, { value: ids }]

const operators = ['==', '!=', '===', '!==', '<', '<=', '>', '>='] as const
type Answers = Readonly<Record<(typeof operators)[number], number[]>>

/** Ids of the rows for which the column, on the left, holds beside a value; a row without one holds for none. */
const beside = {
  low: { '==': [1], '!=': [2], '===': [1], '!==': [2], '<': [], '<=': [1], '>': [2], '>=': [1, 2] },
  high: { '==': [2], '!=': [1], '===': [2], '!==': [1], '<': [1], '<=': [1, 2], '>': [], '>=': [2] },
  /** Null: whether there is a value. */
  null: { '==': [3], '!=': [1, 2], '===': [3], '!==': [1, 2], '<': [], '<=': [], '>': [], '>=': [] },
  /** What can be no value of the column is different from all that is in it. */
  unfit: { '==': [], '!=': [1, 2], '===': [], '!==': [1, 2], '<': [], '<=': [], '>': [], '>=': [] },
} as const satisfies Record<string, Answers>

const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
const operands: [Column, Value, Answers][] = [
  ...(Object.keys(columns) as Column[]).flatMap((name): [Column, Value, Answers][] => [
    [name, columns[name].low, beside.low],
    [name, columns[name].high, beside.high],
    [name, null, beside.null],
  ]),
  ['whole', '1', beside.low],
  ['whole', '10', beside.high],
  ['whole', 1.0, beside.low],
  ['whole', 'one', beside.unfit],
  ['whole', [1], beside.unfit],
  ['broken', '1.5', beside.low],
  ['broken', '10.25', beside.high],
  ['broken', 'much', beside.unfit],
  ['flag', 'true', beside.high],
  ['flag', 'false', beside.low],
  ['flag', 1, beside.high],
  ['flag', 0, beside.low],
  ['moment', '2024-02-29', beside.low],
  ['moment', '2025-01-01T02:00:00+02:00', beside.high],
  ['moment', 'no time at all', beside.unfit],
  ['day', '2024-02-30', beside.unfit],
  ['kind', 'closed', beside.low],
]

describe('a column beside a value', () => {
  test.each(operands)('%s and %j', async (name, value, answers) => {
    for (const operator of operators)
      expect({ operator, ids: await rowsWhere(`$db.thing.${name} ${operator} $value`, value) }).toEqual({
        operator,
        ids: both(answers[operator]),
      })
  })
})

describe('the value on the left', () => {
  test.each(operands.filter(([, value]) => value !== null))('%s and %j', async (name, value, answers) => {
    for (const operator of operators) {
      const turned = operator in mirrored ? mirrored[operator as keyof typeof mirrored] : operator
      expect({ operator, ids: await rowsWhere(`$value ${operator} $db.thing.${name}`, value) }).toEqual({
        operator,
        ids: both(answers[turned]),
      })
    }
  })
})

describe('null-safe: as without the mark, and dropped when the value is null', () => {
  test.each(operands)('%s and %j', async (name, value, answers) => {
    for (const operator of ['==', '!=', '<', '<=', '>', '>='] as const) {
      const expected = value === null ? [1, 2, 3] : answers[operator]
      expect({ operator, ids: await rowsWhere(`$db.thing.${name} ${operator}? $value`, value) }).toEqual({
        operator,
        ids: both(expected),
      })
      const grouped = `$db.thing.id > 0 && $db.thing.${name} ${operator}? $value`
      expect({ grouped, ids: await rowsWhere(grouped, value) }).toEqual({ grouped, ids: both(expected) })
    }
  })
})
