import type { QueryNode, QueryPlan, Value } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../src/catalogue/catalogue.ts'
import { QueryProgram } from '../src/port/query-program.ts'
import { field, index, table } from './tables.ts'
import { queryOf } from './test-port.ts'

const catalogue = buildCatalogue('w1_live', [
  table(
    'item',
    [
      field('id', 'int'),
      field('name', 'text'),
      field('amount', 'int'),
      field('made', 'timestamp', { nullable: true }),
      field('tags', 'text', { list: { min: null, max: null } }),
      field('data', 'json', { nullable: true }),
      field('owner', 'int', { nullable: true }),
      field('secret', 'password'),
      field('note', 'text', { visibility: 'internal' }),
    ],
    [index('primary', 'id')],
  ),
  table('user "x"', [field('id', 'int'), field('name', 'text')], [index('primary', 'id')]),
])
const time = { now: () => 1000, parse: () => null }

const column = (name: string, from = 'item', path: string[] = []): QueryNode => ({
  kind: 'column',
  table: from,
  column: name,
  path,
})
const slot: QueryNode = { kind: 'value', slot: 0 }
const literal = (value: Value): QueryNode => ({ kind: 'literal', value })
type Operator = Extract<QueryNode, { kind: 'compare' }>['operator']
const compare = (left: QueryNode, operator: Operator, right: QueryNode, ignoreNull = false): QueryNode => ({
  kind: 'compare',
  operator,
  ignoreNull,
  left,
  right,
})

interface Sql {
  text: string
  parameters: unknown[]
}

function sqlOf(kind: 'rows' | 'count' | 'exists', more: Partial<QueryPlan>, ...values: Value[]): Sql {
  const program = new QueryProgram(queryOf('item', { output: ['id'], ...more }), catalogue)
  const { states, request } = program.bind(values, time)
  const { statement, parameters } = program.variant(kind, states)
  return { text: statement.text, parameters: parameters.map((parameter) => parameter.read(request)) }
}

const head = 'select "item"."id" from "w1_live"."item" as "item"'
const tail = ' order by "item"."id" asc'

/** The condition alone; null when there is none. */
function whereOf(node: QueryNode, ...values: Value[]): [string | null, ...unknown[]] {
  const { text, parameters } = sqlOf('rows', { where: node }, ...values)
  expect(text.startsWith(head) && text.endsWith(tail)).toBe(true)
  const rest = text.slice(head.length, text.length - tail.length)
  return [rest === '' ? null : rest.replace(' where ', ''), ...parameters]
}

describe('where', () => {
  test.each<[string, Operator, Value, string | null, ...unknown[]]>([
    ['amount', '==', 5, '"item"."amount" = $1::bigint', 5],
    ['amount', '==', '5', '"item"."amount" = $1::bigint', 5],
    ['amount', '==', 1.5, '"item"."amount" = $1::double precision', 1.5],
    ['amount', '==', 'x', 'false'],
    ['amount', '!=', 'x', '"item"."amount" is not null'],
    ['amount', '==', null, '"item"."amount" is null'],
    ['amount', '!=', null, '"item"."amount" is not null'],
    ['amount', '>', null, 'false'],
    ['amount', '!=', 5, '"item"."amount" <> $1::bigint', 5],
    ['amount', '<', 5, '"item"."amount" < $1::bigint', 5],
    ['amount', '<=', 5, '"item"."amount" <= $1::bigint', 5],
    ['amount', '>', 5, '"item"."amount" > $1::bigint', 5],
    ['amount', '>=', 5, '"item"."amount" >= $1::bigint', 5],
    ['amount', 'in', [1, 'x', '2'], '"item"."amount" = any($1::bigint[])', [1, '2'].map(Number)],
    ['amount', 'not in', [1], 'not ("item"."amount" = any($1::bigint[]))', [1]],
    ['amount', 'between', [1, 2], '"item"."amount" between ($1::bigint[])[1] and ($1::bigint[])[2]', [1, 2]],
    ['amount', 'between', [1], 'false'],
    ['amount', 'not between', [1, 2], 'not ("item"."amount" between ($1::bigint[])[1] and ($1::bigint[])[2])', [1, 2]],
    ['tags', 'contains', 'a', '"item"."tags" @> $1::text[]', ['a']],
    ['tags', 'not contains', 'a', 'not ("item"."tags" @> $1::text[])', ['a']],
    ['name', 'contains', 'a', 'strpos("item"."name", $1::text) > 0', 'a'],
    ['data', 'contains', { a: 1 }, '"item"."data" @> $1::jsonb', { a: 1 }],
    ['name', 'includes', 'A', 'strpos(lower("item"."name"), lower($1::text)) > 0', 'A'],
    ['name', 'not includes', 'A', 'not (strpos(lower("item"."name"), lower($1::text)) > 0)', 'A'],
    ['tags', 'overlaps', ['a'], '"item"."tags" && $1::text[]', ['a']],
    ['tags', 'not overlaps', ['a'], 'not ("item"."tags" && $1::text[])', ['a']],
    ['name', 'like', 'a%', '"item"."name" like $1::text', 'a%'],
    ['name', 'not like', 'a%', 'not ("item"."name" like $1::text)', 'a%'],
    ['name', 'ilike', 'a%', '"item"."name" ilike $1::text', 'a%'],
    ['name', 'not ilike', 'a%', 'not ("item"."name" ilike $1::text)', 'a%'],
    ['name', '~', '/^a/i', '"item"."name" ~ $1::text', '(?i)^a'],
    ['name', '!~', '^a', 'not ("item"."name" ~ $1::text)', '^a'],
    ['data', '@>', { a: 1 }, '"item"."data" @> $1::jsonb', { a: 1 }],
    ['data', '==', null, `("item"."data" is null or "item"."data" = 'null'::jsonb)`],
    ['made', '>', 5, '"item"."made" > $1::timestamp with time zone', 5],
    [
      'name',
      'search',
      'a b',
      `to_tsvector('english'::regconfig, coalesce("item"."name", '')) @@ websearch_to_tsquery('english'::regconfig, $1::text)`,
      'a b',
    ],
  ])('%s %s %o', (name, operator, value, ...expected) => {
    expect(whereOf(compare(column(name), operator, slot), value)).toEqual(expected)
  })

  test.each<Operator>([
    '==',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    'in',
    'not in',
    'contains',
    'includes',
    'overlaps',
    'like',
    'ilike',
    'between',
    '~',
  ])('%s? leaves nothing behind when its value is null, and the rest stands', (operator) => {
    const optional = compare(column('name'), operator, slot, true)
    expect(whereOf(optional, null)).toEqual([null])
    const other = compare(column('amount'), '==', literal(1))
    expect(whereOf({ kind: 'and', items: [optional, other] }, null)).toEqual(['"item"."amount" = $1::bigint', 1])
    expect(whereOf({ kind: 'or', items: [optional, other] }, null)).toEqual(['"item"."amount" = $1::bigint', 1])
    expect(whereOf({ kind: 'not', item: optional }, null)).toEqual([null])
  })

  const one = compare(column('amount'), '==', literal(1))
  const two = compare(column('amount'), '==', literal(2))
  test.each<[string, QueryNode, ...unknown[]]>([
    [
      'groups',
      { kind: 'or', items: [one, { kind: 'and', items: [one, two] }] },
      '("item"."amount" = $1::bigint or ("item"."amount" = $2::bigint and "item"."amount" = $3::bigint))',
      1,
      1,
      2,
    ],
    [
      'not',
      { kind: 'not', item: { kind: 'or', items: [one, two] } },
      'not ("item"."amount" = $1::bigint or "item"."amount" = $2::bigint)',
      1,
      2,
    ],
    ['a value on the left', compare(slot, '<', column('amount')), '"item"."amount" > $1::bigint', 7],
    ['two columns', compare(column('amount'), '==', column('owner')), '"item"."amount" = "item"."owner"'],
    [
      'two columns, null-safe',
      compare(column('amount'), '==', column('owner'), true),
      '("item"."owner" is null or "item"."amount" = "item"."owner")',
    ],
    ['now', compare(column('made'), '<', { kind: 'now' }), '"item"."made" < $1::timestamp with time zone', 1000],
    [
      'a path',
      compare(column('data', 'item', [`a'"b`]), '==', slot),
      '("item"."data" #> $1::text[]) = $2::jsonb',
      [`a'"b`],
      7,
    ],
    [
      'a filter',
      compare({ kind: 'filter', name: 'to_lower', base: column('name'), args: [] }, '==', slot),
      'lower("item"."name") = $1::text',
      '7',
    ],
    ['true', literal(true), null],
    ['false', literal(false), 'false'],
  ])('%s', (_name, node, ...expected) => {
    expect(whereOf(node, 7)).toEqual(expected)
  })
})

const user = 'user "x"'
const owner = compare(column('id', 'u"1'), '==', column('owner'))
const join = (type: 'inner' | 'left' | 'right', where: QueryNode | null): Partial<QueryPlan> => ({
  joins: [{ alias: 'u"1', table: user, type, where }],
})
const paging = (more: { page?: Value; distinct?: boolean }): Pick<QueryPlan, 'return'> => ({
  return: {
    type: 'list',
    distinct: more.distinct ?? false,
    paging: { page: literal(more.page ?? 2), perPage: literal(10), offset: null, totals: true, metadata: true },
  },
})
const made: Partial<QueryPlan> = {
  evals: [{ name: 'double', value: { kind: 'arithmetic', operator: '*', left: column('amount'), right: literal(2) } }],
}
const set: QueryPlan['return'] = {
  type: 'aggregate',
  paging: null,
  group: [{ name: 'owner', value: column('owner') }],
  evals: [{ name: 'n', value: { kind: 'filter', name: 'count', base: column('id'), args: [] } }],
}
const from = 'from "w1_live"."item" as "item"'
const joined = 'join "w1_live"."user ""x""" as "u""1" on'

test.each<[string, 'rows' | 'count' | 'exists', Partial<QueryPlan>, string]>([
  [
    'inner join',
    'rows',
    join('inner', owner),
    `select "item"."id" ${from} inner ${joined} "u""1"."id" = "item"."owner"${tail}`,
  ],
  [
    'left join',
    'rows',
    join('left', owner),
    `select "item"."id" ${from} left ${joined} "u""1"."id" = "item"."owner"${tail}`,
  ],
  [
    'right join without a condition',
    'rows',
    join('right', null),
    `select "item"."id" ${from} right ${joined} true${tail}`,
  ],
  [
    'eval',
    'rows',
    { ...made, output: ['id', 'double'], sort: [{ by: 'double', order: 'desc' }] },
    `select "item"."id", (("item"."amount")::double precision * $1::double precision) ${from} order by (("item"."amount")::double precision * $2::double precision) desc`,
  ],
  [
    'sort',
    'rows',
    {
      sort: [
        { by: 'item.name', order: 'desc' },
        { by: 'amount', order: 'asc' },
      ],
    },
    `${head} order by "item"."name" desc, "item"."amount" asc`,
  ],
  ['random', 'rows', { sort: [{ by: 'item.id', order: 'rand' }] }, `${head} order by random()`],
  ['paging', 'rows', paging({}), `${head}${tail} limit $1::bigint offset $2::bigint`],
  [
    'paging with a sort settles ties',
    'rows',
    { ...paging({}), sort: [{ by: 'name', order: 'asc' }] },
    `${head} order by "item"."name" asc, "item"."id" asc limit $1::bigint offset $2::bigint`,
  ],
  ['single', 'rows', { return: { type: 'single' } }, `${head}${tail} limit 1`],
  ['lock', 'rows', { lock: true, return: { type: 'single' } }, `${head}${tail} limit 1 for update of "item"`],
  ['count', 'count', { ...paging({}), sort: [{ by: 'name', order: 'asc' }] }, `select count(*) ${from}`],
  ['exists', 'exists', { return: { type: 'exists' } }, `select exists (select 1 ${from})::int::bigint`],
  [
    'distinct',
    'rows',
    { ...paging({ distinct: true }), output: ['name'], sort: [{ by: 'name', order: 'desc' }] },
    `select distinct "item"."name" ${from} order by 1 desc limit $1::bigint offset $2::bigint`,
  ],
  [
    'count of a distinct',
    'count',
    { ...paging({ distinct: true }), output: ['name'] },
    `select count(*) from (select distinct "item"."name" ${from}) as counted`,
  ],
  [
    'aggregate',
    'rows',
    { return: set, sort: [{ by: 'n', order: 'desc' }] },
    `select "item"."owner", count("item"."id") ${from} group by 1 order by 2 desc`,
  ],
  [
    'output: all but internal ones, passwords as secrets',
    'rows',
    { output: null },
    `select "item"."id", "item"."name", "item"."amount", "item"."made", "item"."tags", "item"."data", "item"."owner", "item"."secret" ${from}${tail}`,
  ],
  [
    'output: what is hidden, when named',
    'rows',
    { output: ['items.secret', 'itemsTotal', 'nope'] },
    `select "item"."secret" ${from}${tail}`,
  ],
  ['output: parts of a document', 'rows', { output: ['data.a', 'data.b'] }, `select "item"."data" ${from}${tail}`],
])('%s', (_name, kind, more, expected) => {
  expect(sqlOf(kind, more, 1).text).toBe(expected)
})

const parents = '"~parents"(p0, place)'
const each = `select "~parents".place, "~found".* from rows from (unnest($1::bigint[])) with ordinality as ${parents} cross join lateral`

test.each<[string, Partial<QueryPlan>, 'rows' | 'count', string | null]>([
  [
    'rows',
    { where: compare(column('owner'), '==', slot) },
    'rows',
    `select "~parents".place, "item"."id" from rows from (unnest($1::bigint[])) with ordinality as ${parents} cross join "w1_live"."item" as "item" where "item"."owner" = "~parents".p0 order by "~parents".place, "item"."id" asc`,
  ],
  [
    'a row',
    { where: compare(column('owner'), '==', slot), return: { type: 'single' } },
    'rows',
    `${each} (select "item"."id" ${from} where "item"."owner" = "~parents".p0${tail} limit 1) as "~found"`,
  ],
  [
    'a list',
    { where: compare(column('tags'), 'overlaps', slot) },
    'rows',
    `select "~parents".place, "item"."id" from rows from (unnest($1::jsonb[])) with ordinality as ${parents} cross join "w1_live"."item" as "item" where "item"."tags" && case when "~parents".p0 is not null then array(select part::text from jsonb_array_elements_text("~parents".p0) as part) end order by "~parents".place, "item"."id" asc`,
  ],
  ['nothing', { where: compare(column('owner'), '==', literal(null)) }, 'rows', null],
  [
    'a count',
    { where: compare(column('owner'), '==', slot), return: { type: 'count' } },
    'rows',
    `${each} (select count(*) ${from} where "item"."owner" = "~parents".p0) as "~found"`,
  ],
])('for a set of parents: %s', (_name, more, kind, expected) => {
  const program = new QueryProgram(queryOf('item', { output: ['id'], ...more }), catalogue)
  const { states } = program.bind([1], time)
  expect(program.forParents(kind, states).statement?.text ?? null).toBe(expected)
})
