import type { Value } from '@cairn/statements'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, sessionOf } from '../src/index.ts'
import { bindMarks } from '../src/port/direct-marks.ts'
import { roleOf } from '../src/port/role.ts'
import { refuseWithheld } from '../src/port/withheld.ts'
import { field, index, table } from './tables.ts'
import { testPort, type TestPort } from './test-port.ts'

const note = table('note', [field('id', 'int'), field('text', 'text')], [index('primary', 'id')])

let port: TestPort

beforeAll(async () => {
  port = await testPort([note])
  await migrate(port.database.pool, 'w2_live', [note])
  await port.fill('note', [{ text: 'one' }, { text: 'two' }])
}, 60_000)

afterAll(() => port?.close())

const direct = (sql: string, args: Value[] = []): Promise<Value> =>
  port.db.direct({ kind: 'direct', sql: null, responseType: 'list' }, sql, args)

test('reads and writes rows of its own schema, also within a transaction', async () => {
  const add = {
    kind: 'direct' as const,
    sql: 'insert into note (text) values (?) returning text',
    responseType: 'single' as const,
  }
  const written: Value[] = []
  const undone = port.db.transaction(async (db) => {
    written.push(await db.direct(add, '', [`it's "; drop table note`]))
    // The role was taken off again: the port still may do what a direct query may not.
    await db.truncate({ kind: 'truncate', table: 'note', reset: true })
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(written).toEqual([{ text: `it's "; drop table note` }])
  expect(await direct('with all_of as (select * from note) select count(*)::int as n from all_of')).toEqual([{ n: 2 }])
})

describe('a way out', () => {
  const role = `'role', 'none', true`
  test.each<[string, Value[]]>([
    ['select * from w2_live.note', []],
    [`select set_config(${role})`, []],
    [`select pg_catalog."set_config"(${role})`, []],
    [`select SET_CONFIG(${role})`, []],
    [`select set_config/**/(${role}), query_to_xml('select * from w2_live.note', true, false, '')`, []],
    [`select U&"set\\005fconfig"(${role})`, []],
    [`select ?:alias(${role})`, ['set_config']],
    [`select ?:raw(${role})`, ['set_config']],
    [`select E'\\'', set_config(${role}) --'`, []],
    [`update pg_settings set setting = 'none' where name = 'role'`, []],
    [`select query_to_xml('select * from w2_live.note', true, false, '')`, []],
    [`select cursor_to_xml('c', 1, true, false, '')`, []],
    [`select * from ts_stat('select text from w2_live.note')`, []],
    [`select table_to_xml('w2_live.note', true, false, '')`, []],
    ['select pg_sleep(60)', []],
    ['select pg_advisory_lock(1)', []],
    [`select pg_notify('x', 'y')`, []],
    ['select lo_create(0)', []],
    [`select pg_read_file('PG_VERSION')`, []],
    [
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = session_user and pid <> pg_backend_pid()`,
      [],
    ],
    ['select rolpassword from pg_authid', []],
    ['select * into w1_live.mine from note', []],
    ['select * into temporary note from note', []],
    [`insert into pg_catalog.pg_class select * from pg_class`, []],
    ['set role none', []],
    ['commit', []],
    ['do $$ begin end $$', []],
    [`copy note to program 'true'`, []],
    ['create function f() returns int language sql as $$ select 1 $$', []],
    ['truncate note', []],
    ['drop table note', []],
  ])('%s %o', async (sql, args) => {
    await expect(direct(sql, args)).rejects.toMatchObject({ reason: 'not_permitted' })
  })

  test.each(['select 1; set role none', `select 1; select * from w2_live.note`, 'select 1; commit; drop table note'])(
    'a second statement: %s',
    async (sql) => {
      await expect(direct(sql)).rejects.toMatchObject({ reason: 'invalid_sql' })
    },
  )
})

/** What is left where our own role is no superuser and cannot take the functions from others. */
test.each([
  `select set_config('role', 'none', true)`,
  'select SET_CONFIG /**/ (1)',
  'select pg_catalog."query_to_xml"(1)',
  `select U&"set\\005fconfig"(1)`,
  `update pg_settings set setting = 'none'`,
  'select pg_sleep(60)',
  'select pg_try_advisory_lock(1)',
  'select lo_create(0), loread(1, 2)',
])('%s is refused by its name', (sql) => {
  expect(() => refuseWithheld(sql)).toThrow('A direct query may not use')
})

test('a name that only begins like one of those is free', () => {
  expect(() => refuseWithheld('select set_configuration, my_pg_sleep, xlo_create from note')).not.toThrow()
})

/** The server's own answer, without the names being refused first. */
test.each([
  `select set_config('role', 'none', true)`,
  `update pg_settings set setting = 'none' where name = 'role'`,
  `select query_to_xml('select 1', true, false, '')`,
  'select * into temporary mine from w1_live.note',
  'select * from w2_live.note',
  'select * from pg_authid',
])('the role of a schema has no right to: %s', async (sql) => {
  const lease = await port.database.pool.lease()
  const session = sessionOf(lease.connection)
  try {
    await session.query('begin')
    await session.query(`set local role "${roleOf('w1_live')}"`)
    await expect(session.query(sql)).rejects.toMatchObject({ code: '42501' })
  } finally {
    await session.query('rollback')
    lease.release()
  }
})

describe('marks', () => {
  test.each<[string, Value[], string, Value[]]>([
    ['select ?', [`a'b`], 'select $1', [`a'b`]],
    ['select ?, ?', [1, null], 'select $1, $2', [1, null]],
    [
      `select '?', "?", $$?$$, $x$?$x$ -- ?\n, ? /* ? */`,
      [1],
      `select '?', "?", $$?$$, $x$?$x$ -- ?\n, $1 /* ? */`,
      [1],
    ],
    ['select ?:alias', ['a"; drop'], 'select "a""; drop"', []],
    ['order by ?:raw', ['name desc, id'], 'order by name desc, id', []],
  ])('%s', (sql, args, text, values) => {
    expect(bindMarks(sql, args)).toEqual({ text, values })
  })

  test.each<[string, Value[], string]>([
    ['select ?', [], 'missing_argument'],
    ['select ?:raw', ['id; drop table note'], 'invalid_value'],
    ['select ?:raw', [`'x'`], 'invalid_value'],
    ['select ?:raw', ['(select 1)'], 'invalid_value'],
    ['select ?:alias', [''], 'invalid_value'],
    ['select ?:alias', [{ a: 1 }], 'invalid_value'],
  ])('%s with %o is refused', (sql, args, reason) => {
    expect(() => bindMarks(sql, args)).toThrow(expect.objectContaining({ reason }))
  })
})
