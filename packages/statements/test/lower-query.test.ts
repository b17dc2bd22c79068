import { parse, type Statement } from '@cairn/language'
import { describe, expect, test } from 'vitest'
import { prepareAddon } from '../src/statements/database/lower/prepare-addon.ts'
import { prepareQuery, withTruths } from '../src/statements/database/lower/prepare-query.ts'
import { prepareRecord } from '../src/statements/database/lower/prepare-record.ts'
import { prepareWrite } from '../src/statements/database/lower/prepare-write.ts'

function prepared<Plan>(text: string, prepare: (statement: Statement, tools: never) => Plan) {
  const [statement] = parse(text).file.objects
  if (statement?.kind !== 'statement') throw new Error(`not a statement: ${text}`)
  const slots: string[] = []
  const tools = {
    slot: (expression: { start: number; end: number }) => slots.push(text.slice(expression.start, expression.end)) - 1,
    fail: (reason: string) => {
      throw new Error(reason)
    },
  }
  return { plan: prepare(statement, tools as never), slots }
}

function addonWhere(where: string) {
  const [statement] = parse(`addon a {\nstack {\ndb.query post {\nwhere = ${where}\n}\n}\n}`).file.objects
  const stack = statement?.kind === 'statement' ? statement.body?.items.find((item) => item.kind === 'statement') : null
  return { kind: 'addon', name: 'a', statement, stack: stack?.kind === 'statement' ? stack.body : null } as never
}

const query = (body: string) => prepared(`db.query deal {\n${body}\n}`, prepareQuery)
const column = (name: string, table = 'deal', path: string[] = []) => ({ kind: 'column', table, column: name, path })
const value = (slot: number) => ({ kind: 'value', slot })
const literal = (of: unknown) => ({ kind: 'literal', value: of })
const compare = (left: unknown, operator: string, right: unknown, ignoreNull = false) => ({
  kind: 'compare',
  operator,
  ignoreNull,
  left,
  right,
})

describe('where', () => {
  test.each([
    ['$db.deal.id == $input.id', compare(column('id'), '==', value(0)), ['$input.id']],
    ['$db.id == 5', compare(column('id'), '==', literal(5)), []],
    ['$db.deal.meta.state == "open"', compare(column('meta', 'deal', ['state']), '==', literal('open')), []],
    ['$db.deal.stage ==? $input.stage', compare(column('stage'), '==', value(0), true), ['$input.stage']],
    ['$input.min <=? $db.deal.amount', compare(column('amount'), '>=', value(0), true), ['$input.min']],
    ['$db.deal.due_at < now', compare(column('due_at'), '<', { kind: 'now' }), []],
    ['$db.deal.n > -1', compare(column('n'), '>', literal(-1)), []],
    ['$db.deal.id in [1, 2]', compare(column('id'), 'in', literal([1, 2])), []],
    ['$db.deal.id === $x + 1', compare(column('id'), '==', value(0)), ['$x + 1']],
    ['$auth.id in $db.deal.members', compare(value(0), 'in', column('members')), ['$auth.id']],
    ['$db.deal.is_open', column('is_open'), []],
    ['!$db.deal.is_open', { kind: 'not', item: column('is_open') }, []],
    ['`$db.deal.is_open`', column('is_open'), []],
    [
      '($db.deal.name|to_lower) includes $q',
      compare({ kind: 'filter', name: 'to_lower', base: column('name'), args: [] }, 'includes', value(0)),
      ['$q'],
    ],
    [
      '$db.deal.created_at < ("now"|timestamp_add_days:-14)',
      compare(column('created_at'), '<', {
        kind: 'filter',
        name: 'timestamp_add_days',
        base: { kind: 'now' },
        args: [literal(-14)],
      }),
      [],
    ],
    [
      '$mgr == true || $db.deal.owner == $auth.id',
      { kind: 'or', items: [value(0), compare(column('owner'), '==', value(1))] },
      ['$mgr == true', '$auth.id'],
    ],
    [
      '$db.a == 1 && $db.b == 2 && ($db.c == 3 || $db.d == 4)',
      {
        kind: 'and',
        items: [
          compare(column('a'), '==', literal(1)),
          compare(column('b'), '==', literal(2)),
          {
            kind: 'or',
            items: [compare(column('c'), '==', literal(3)), compare(column('d'), '==', literal(4))],
          },
        ],
      },
      [],
    ],
  ])('%s', (where, node, slots) => {
    const result = query(`where = ${where}`)
    expect(result.plan.query.where).toEqual(node)
    expect(result.slots).toEqual(slots)
  })

  test('a value used as a test counts as true or false', () => {
    const { plan } = query('where = $input.q || $db.deal.owner == $auth.id')
    expect(withTruths(['text', 7], plan.truths)).toEqual([true, 7])
    expect(withTruths([null, 7], plan.truths)).toEqual([false, 7])
  })

  test.each([
    ['$db.deal[$x] == 1', 'computed_column'],
    ['$db.deal.id in [$db.deal.a]', 'unsupported_query_expression'],
  ])('%s is refused: %s', (where, reason) => {
    expect(() => query(`where = ${where}`)).toThrow(reason)
  })
})

describe('the rest of a query', () => {
  test('joins know their aliases and computed columns their joins', () => {
    const { plan } = query(
      'join = {owner: {table: "user", type: "left", where: $db.deal.owner_id == $db.owner.id}}\neval = {who: $db.owner.name}\nwhere = $db.who == "Ada"',
    )
    expect(plan.query.joins).toEqual([
      { alias: 'owner', table: 'user', type: 'left', where: compare(column('owner_id'), '==', column('id', 'owner')) },
    ])
    expect(plan.query.evals).toEqual([{ name: 'who', value: column('name', 'owner') }])
    expect(plan.query.where).toEqual(compare(column('name', 'owner'), '==', literal('Ada')))
  })

  test.each([
    ['sort = {deal.created_at: "desc"}', [{ by: 'deal.created_at', order: 'desc' }]],
    [
      'sort = [{a: "asc"}, {b: "rand"}]',
      [
        { by: 'a', order: 'asc' },
        { by: 'b', order: 'rand' },
      ],
    ],
    ['sort = [{sortBy: "a", orderBy: "desc"}]', [{ by: 'a', order: 'desc' }]],
    ['sort = []', []],
  ])('%s', (text, sort) => {
    expect(query(text).plan.query).toMatchObject({ sort, overrideSort: null })
  })

  test('a page', () => {
    const { plan, slots } = query(
      'return = {type: "list", paging: {page: $input.page, per_page: 25, totals: true}}\noutput = ["items.id"]',
    )
    expect(plan.query.return).toEqual({
      type: 'list',
      distinct: false,
      paging: { page: value(0), perPage: literal(25), offset: null, totals: true, metadata: true },
    })
    expect(plan.query.output).toEqual(['items.id'])
    expect(slots).toEqual(['$input.page'])
  })

  test.each([
    ['[{name: "user", input: {user_id: $output.owner_id}, as: "_owner"}]', ['_owner']],
    ['[{name: "user", input: {user_id: $output.owner_id}, as: "items._owner"}]', ['_owner']],
    ['{_owner: {name: "user", input: {user_id: $output.owner_id}}}', ['_owner']],
    ['[{name: "user", input: {user_id: $output.owner_id}, as: "_owner", offset: "items[]"}]', ['_owner']],
    ['{items.lines.post: {name: "user", input: {user_id: $output.owner_id}}}', ['lines', 'post']],
  ])('addon = %s', (addon, as) => {
    const input = { user_id: { kind: 'output', path: ['owner_id'] } }
    expect(query(`addon = ${addon}`).plan.query.addons).toEqual([
      { as, addon: 'user', input, output: null, addons: [] },
    ])
  })

  test('what a request decides', () => {
    const { plan, slots } = query(
      'return = {type: "list", paging: {page: 1, per_page: 25}}\nexternal = {search: $input.search, sort: $input.sort, page: $input.page}',
    )
    expect(plan.query.return).toMatchObject({
      paging: { page: { kind: 'filter', name: 'coalesce', base: value(0), args: [literal(1)] } },
    })
    expect(plan.query.additionalWhere).toEqual({ slot: 1 })
    expect(plan.query.overrideSort).toEqual({ slot: 2 })
    expect(slots).toEqual(['$input.page', '$input.search', '$input.sort'])
  })
})

describe('records and writes', () => {
  test('a record by a field', () => {
    const text = 'db.get user {\nfield_name = "email"\nfield_value = $input.email\noutput = ["id"]\n}'
    const { plan, slots } = prepared(text, (statement, tools) => prepareRecord('get', statement, tools))
    expect(plan.record).toMatchObject({ kind: 'get', table: 'user', field: 'email', output: ['id'] })
    expect(slots).toEqual(['$input.email'])
  })

  test('columns in order, then the value that finds the row', () => {
    const text = 'db.edit user {\nfield_name = "id"\nfield_value = $input.id\ndata = {name: $input.name, at: now}\n}'
    const { plan, slots } = prepared(text, (statement, tools) => prepareWrite('edit', statement, tools))
    expect(plan).toMatchObject({ write: { columns: ['name', 'at'], field: 'id' }, fieldSlot: 2 })
    expect(slots).toEqual(['$input.name', 'now', '$input.id'])
  })

  test('one computed object', () => {
    const text = 'db.patch user {\nfield_name = "id"\nfield_value = 1\ndata = $changes\n}'
    const { plan, slots } = prepared(text, (statement, tools) => prepareWrite('patch', statement, tools))
    expect(plan).toMatchObject({ write: { columns: null }, fieldSlot: 1 })
    expect(slots).toEqual(['$changes', '1'])
  })
})

describe('an addon', () => {
  test('takes its values from its inputs, each once', () => {
    const plan = prepareAddon(
      addonWhere('$db.post.user_id == $input.user && ($input.user != $input.other || $db.post.open)'),
    )
    expect(plan.inputs).toEqual(['user', 'other'])
    expect(plan.query.where).toMatchObject({
      kind: 'and',
      items: [
        compare(column('user_id', 'post'), '==', value(0)),
        { kind: 'or', items: [compare(value(0), '!=', value(1)), column('open', 'post')] },
      ],
    })
  })

  test('can read nothing else', () => {
    expect(() => prepareAddon(addonWhere('$db.post.user_id == $auth.id'))).toThrow('$auth.id is not one of its inputs')
  })
})
