import { expect, test } from 'vitest'
import { endpoint, serveWorkspace, table } from './serve-workspace.ts'

const func = (name: string, stack: string, response = '$input.n') =>
  `function ${name} {\n input {\n int n?\n }\n stack {\n ${stack}\n }\n response = ${response}\n}`
const start = (name: string, n: number, as: string) =>
  `function.run ${name} {\n input = {n: ${n}}\n runtime_mode = "async-shared"\n } as $${as}`
const wait = (ids: string, timeout = 10) => `await {\n ids = ${ids}\n timeout = ${timeout}\n } as $x`
const note = table('note', 'text title?')
const add = 'db.add note {\n data = {title: "beside"}\n }'
const count = endpoint('count', { stack: 'db.query note {\n return = {type: "count"}\n } as $x', response: '$x' })
const slow = func('slow', 'util.sleep {\n value = $input.n\n }')
const fails = func('fails', 'throw {\n name = "E_OWN"\n value = "no luck"\n }')

test('functions run beside the stack, at the same time, and are waited for in the order of their ids', async () => {
  const served = await serveWorkspace(
    slow,
    endpoint('both', {
      stack: `${start('slow', 1, 'a')}\n ${start('slow', 0, 'b')}\n ${wait('[$a, $b]')}`,
      response: '{x: $x, ids: [$a, $b]}',
    }),
    endpoint('none', { stack: wait('[]'), response: '$x' }),
  )
  const { body } = await served.call('both')
  expect(body).toMatchObject({ x: [1, 0] })
  for (const id of (body as { ids: string[] }).ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect((await served.call('none')).body).toEqual([])
})

test('waiting too long, for a failure or for what was never started is an error that can be caught', async () => {
  const served = await serveWorkspace(
    slow,
    fails,
    endpoint('late', { stack: `${start('slow', 5, 'a')}\n ${wait('[$a]', 0.2)}` }),
    endpoint('failed', { stack: `${start('fails', 1, 'a')}\n ${wait('[$a]')}` }),
    endpoint('unknown', { stack: wait('["made up"]') }),
    endpoint('negative', { stack: wait('[]', -1) }),
    endpoint('gone', { stack: `${start('nothing', 1, 'a')}\n ${wait('[$a]')}` }),
    endpoint('mode', { stack: 'function.run slow {\n runtime_mode = "later"\n } as $x' }),
    endpoint('caught', {
      stack: `${start('fails', 1, 'a')}\n try_catch {\n try {\n ${wait('[$a]')}\n }\n catch {\n var $x {\n value = $error.message\n }\n }\n }`,
      response: '$x',
    }),
  )
  const rows = [
    ['late', 500, 'The functions did not end in time.'],
    ['failed', 500, 'no luck'],
    ['unknown', 404, 'This request has started no function with the id "made up".'],
    ['negative', 500, 'timeout must be a number of seconds.'],
    ['gone', 500, 'There is no function "nothing".'],
    ['mode', 500, 'Write runtime_mode as one of "sync", "async-shared", "async-dedicated".'],
  ] as const
  for (const [path, status, message] of rows)
    expect(await served.call(path)).toMatchObject({ status, body: { message } })
  expect((await served.call('caught')).body).toBe('no luck')
})

test('one that nobody waits for goes on after the answer, and its failure is logged and nothing else', async () => {
  const served = await serveWorkspace(
    note,
    count,
    fails,
    func('later', `util.sleep {\n value = 0.3\n }\n ${add}\n util.set_header {\n value = "X-Late: 1"\n }`),
    endpoint('go', { stack: `${start('later', 1, 'a')}\n ${start('fails', 1, 'b')}`, response: '"gone"' }),
  )
  expect((await served.call('go')).body).toBe('gone')
  expect((await served.call('count')).body).toBe(0)
  await expect.poll(async () => (await served.call('count')).body).toBe(1)
  expect(served.log.some((line) => line.includes('no luck') && line.includes('fails'))).toBe(true)
})

test('a transaction that is rolled back takes nothing of it along, and a trigger runs for what it writes', async () => {
  const watch = `table_trigger watch {
    table = "note"
    actions = {insert: true}
    input {\n json new\n json old\n enum action {\n values = ["insert"]\n }\n text datasource\n }
    stack {\n redis.incr {\n key = "seen"\n by = 1\n }\n }
  }`
  const served = await serveWorkspace(
    note,
    count,
    watch,
    func('writes', add),
    endpoint('seen', { stack: 'redis.get {\n key = "seen"\n } as $x', response: '$x' }),
    endpoint('back', {
      stack: `db.transaction {\n stack {\n ${start('writes', 1, 'a')}\n ${wait('[$a]')}\n throw {\n name = "E"\n value = "back"\n }\n }\n }`,
    }),
  )
  expect((await served.call('back')).body).toMatchObject({ message: 'back' })
  expect((await served.call('count')).body).toBe(1)
  expect((await served.call('seen')).body).toBe(1)
})

test('functions that start themselves without end are stopped', async () => {
  const served = await serveWorkspace(
    func('twice', `redis.incr {\n key = "runs"\n by = 1\n }\n ${start('twice', 1, 'a')}\n ${start('twice', 1, 'b')}`),
    endpoint('go', { stack: start('twice', 1, 'a') }),
    endpoint('runs', { stack: 'redis.get {\n key = "runs"\n } as $x', response: '$x' }),
  )
  await served.call('go')
  await expect.poll(async () => (await served.call('runs')).body).toBe(1000)
  expect(served.log.some((line) => line.includes('at most 1000 functions'))).toBe(true)
})
