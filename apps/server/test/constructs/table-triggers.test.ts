import { expect, test } from 'vitest'
import { endpoint, serveWorkspace, table } from './serve-workspace.ts'

const tables = [
  table('note', 'text title?\n int pages?\n password secret?'),
  table('log', 'text trigger?\n text action?\n json old?\n json new?\n text datasource?'),
]

function trigger(name: string, actions: string, more = '', stack = ''): string {
  return `table_trigger ${name} {
  table = "note"
  actions = {${actions}}
  ${more}

  input {
    json new
    json old
    enum action {
      values = ["insert", "update", "delete", "truncate"]
    }
    text datasource
  }

  stack {
    db.add log {
      data = {trigger: "${name}", action: $input.action, old: $input.old, new: $input.new, datasource: $input.datasource}
    }
    ${stack}
  }
}`
}

const all = 'insert: true, update: true, delete: true, truncate: true'
const log = endpoint('log', {
  stack: 'db.query log {\n sort = {id: "asc"}\n return = {type: "list"}\n } as $log',
  response: '$log',
})
const post = (path: string, stack: string, response = '$x') => endpoint(path, { verb: 'POST', stack, response })
const add = post('add', 'db.add note {\n data = {title: "a", pages: 1, secret: "pass-word-1"}\n } as $x')

type Row = Record<string, unknown> & { title?: string }
interface Entry {
  trigger: string
  action: string
  old: Row | null
  new: Row | null
  datasource: string
}

async function entries(served: { call(path: string): Promise<{ body: unknown }> }): Promise<Entry[]> {
  return (await served.call('log')).body as Entry[]
}

const brief = ({ action, old, new: fresh }: Entry) => [action, old?.title ?? null, fresh?.title ?? null]

test('each kind of change sets off a trigger once a row, with the row before and after', async () => {
  const served = await serveWorkspace(
    ...tables,
    log,
    trigger('watch', all),
    add,
    post(
      'edit',
      'db.edit note {\n field_name = "id"\n field_value = 1\n data = {title: "b"}\n output = ["title"]\n } as $x',
    ),
    post(
      'patch',
      'db.patch note {\n field_name = "title"\n field_value = "b"\n data = {title: "c"}\n } as $x',
      '$x.title',
    ),
    post('nobody', 'db.edit note {\n field_name = "id"\n field_value = 99\n data = {title: "b"}\n } as $x'),
    post(
      'upsert',
      'db.add_or_edit note {\n field_name = "id"\n field_value = 1\n data = {title: "d"}\n } as $y\n db.add_or_edit note {\n field_name = "title"\n field_value = "e"\n data = {title: "e"}\n } as $x',
      '$x.title',
    ),
    post(
      'delete',
      'db.del note {\n field_name = "id"\n field_value = 1\n }\n db.del note {\n field_name = "id"\n field_value = 99\n }',
      'null',
    ),
    post(
      'bulk',
      'db.bulk.add note {\n items = [{title: "p"}, {title: "q"}]\n } as $rows\n db.bulk.patch note {\n items = [{id: 3, title: "p2"}]\n }\n db.bulk.delete note {\n where = $db.note.title == "q"\n } as $x',
      'null',
    ),
    post('truncate', 'db.truncate note', 'null'),
  )
  const steps: [string, unknown, unknown[][]][] = [
    ['edit', { title: 'b' }, [['update', 'a', 'b']]],
    ['patch', 'c', [['update', 'b', 'c']]],
    ['nobody', null, []],
    [
      'upsert',
      'e',
      [
        ['update', 'c', 'd'],
        ['insert', null, 'e'],
      ],
    ],
    ['delete', null, [['delete', 'd', null]]],
    [
      'bulk',
      null,
      [
        ['insert', null, 'p'],
        ['insert', null, 'q'],
        ['update', 'p', 'p2'],
        ['delete', 'q', null],
      ],
    ],
    ['truncate', null, [['truncate', null, null]]],
  ]
  const added = await served.call('add', { method: 'POST' })
  expect(added.body).toMatchObject({ id: 1, title: 'a', pages: 1 })
  const [first] = await entries(served)
  expect(first).toMatchObject({ trigger: 'watch', action: 'insert', old: null, new: { id: 1, title: 'a', pages: 1 } })
  expect(first!.datasource).toBe('live')
  expect(JSON.stringify(first)).not.toContain('secret')
  let seen = 1
  for (const [path, body, changes] of steps) {
    const answer = await served.call(path, { method: 'POST' })
    expect([path, answer.status, answer.body]).toEqual([path, 200, body])
    const now = await entries(served)
    expect([path, now.slice(seen).map(brief)]).toEqual([path, changes])
    seen = now.length
  }
})

test('a trigger is set off by its actions, on its datasources, where its condition holds, while it is active', async () => {
  const served = await serveWorkspace(
    ...tables,
    log,
    add,
    trigger('inserts', 'insert: true'),
    trigger('updates', 'update: true'),
    trigger('test_only', all, 'datasources = ["test"]'),
    trigger('long', all, 'where = $db.note.pages > 100'),
    trigger('short', all, 'where = $input.new.pages < 100'),
    trigger('off', all, 'active = false'),
  )
  await served.call('add', { method: 'POST' })
  expect((await entries(served)).map((entry) => entry.trigger)).toEqual(['inserts', 'short'])
  await served.call('add?x-data-source=test', { method: 'POST' })
  const onTest = (await served.call('log?x-data-source=test')).body as Entry[]
  expect(onTest.map((entry) => [entry.trigger, entry.datasource])).toEqual([
    ['inserts', 'test'],
    ['test_only', 'test'],
    ['short', 'test'],
  ])
})

test('what a trigger wrote in a transaction goes with it, and one that fails fails it', async () => {
  const failing = trigger('fails', 'update: true', '', 'throw {\n name = "E_TRIGGER"\n value = "refused"\n }')
  const inTransaction = (path: string, statement: string) =>
    post(path, `db.transaction {\n stack {\n db.add note {\n data = {title: "t"}\n } as $n\n ${statement}\n }\n }`, '1')
  const edit = 'db.edit note {\n field_name = "id"\n field_value = $n.id\n data = {title: "u"}\n }'
  const served = await serveWorkspace(
    ...tables,
    log,
    trigger('watch', 'insert: true'),
    failing,
    inTransaction('back', 'throw {\n name = "E"\n value = "back"\n }'),
    inTransaction('fails', edit),
    inTransaction('good', ''),
    post('alone', `db.add note {\n data = {title: "t"}\n } as $n\n ${edit}`, '1'),
    endpoint('titles', { stack: 'db.query note {\n return = {type: "list"}\n } as $x', response: '$x|map:$$.title' }),
  )
  expect((await served.call('back', { method: 'POST' })).body).toMatchObject({ message: 'back' })
  expect(await entries(served)).toEqual([])
  expect((await served.call('fails', { method: 'POST' })).body).toMatchObject({ code: 'E_TRIGGER', message: 'refused' })
  expect([await entries(served), (await served.call('titles')).body]).toEqual([[], []])
  expect((await served.call('good', { method: 'POST' })).status).toBe(200)
  expect((await entries(served)).map(brief)).toEqual([['insert', null, 't']])
  // Outside a transaction each statement stands for itself.
  expect((await served.call('alone', { method: 'POST' })).body).toMatchObject({ message: 'refused' })
  expect((await served.call('titles')).body).toEqual(['t', 'u'])
})

test('a trigger that sets itself off is stopped with its name, and one that settles is not', async () => {
  const grow = (name: string, most: number) => `table_trigger ${name} {
    table = "${name}"
    actions = {insert: true}
    input {\n json new\n json old\n enum action {\n values = ["insert"]\n }\n text datasource\n }
    stack {
      conditional {
        if ($input.new.level < ${most}) {
          db.add ${name} {
            data = {level: $input.new.level + 1}
          }
        }
      }
    }
  }`
  const start = (name: string) =>
    post(name, `db.add ${name} {\n data = {level: 0}\n }\n db.query ${name} {\n return = {type: "count"}\n } as $x`)
  const served = await serveWorkspace(
    table('endless', 'int level?'),
    table('settles', 'int level?'),
    grow('endless', 1_000_000),
    grow('settles', 5),
    start('endless'),
    endpoint('levels', { stack: 'db.query endless {\n return = {type: "count"}\n } as $x', response: '$x' }),
    start('settles'),
  )
  const answer = await served.call('endless', { method: 'POST' })
  const message = 'Triggers set each other off more than 10 levels deep; the last is "endless" on the table "endless".'
  expect(answer).toMatchObject({ status: 500, body: { message } })
  // The first row, and one a level.
  expect((await served.call('levels')).body).toBe(11)
  expect(await served.call('settles', { method: 'POST' })).toMatchObject({ status: 200, body: 6 })
})

test('the datasource that a trigger chooses is its own', async () => {
  const served = await serveWorkspace(
    ...tables,
    log,
    trigger('elsewhere', 'insert: true', '', 'db.set_datasource {\n value = "test"\n }'),
    post(
      'twice',
      'db.add note {\n data = {title: "a"}\n }\n db.add note {\n data = {title: "b"}\n }\n db.query note {\n return = {type: "count"}\n } as $x',
    ),
  )
  await served.call('log?x-data-source=test')
  expect((await served.call('twice', { method: 'POST' })).body).toBe(2)
  expect((await entries(served)).length).toBe(2)
})
