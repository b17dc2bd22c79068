import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServe, temporaryFolder } from '../serve/served-process.ts'
import { endpoint, group, middleware, table } from './serve-workspace.ts'

const objects = [
  group,
  'workspace Constructs {\n env = {COLOUR: "blue"}\n}',
  table('user', 'text name', 'auth = true'),
  table('note', 'text title?\n int user_id?'),
  table('log', 'text what?\n timestamp at?=now'),
  `table_trigger watch {
    table = "note"
    actions = {insert: true}
    input {\n json new\n json old\n enum action {\n values = ["insert"]\n }\n text datasource\n }
    stack {\n db.add log {\n data = {what: "trigger"}\n }\n }
  }`,
  `task tick {
    stack {\n db.add log {\n data = {what: "task"}\n }\n }
    schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 1}]
  }`,
  `addon user_name {
    input {\n int user_id?\n }
    stack {\n db.query user {\n where = $db.user.id == $input.user_id\n return = {type: "single"}\n output = ["id", "name"]\n }\n }
  }`,
  `addon notes {
    input {\n int user_id?\n }
    stack {\n db.query note {\n where = $db.note.user_id == $input.user_id\n return = {type: "list"}\n }\n }
  }`,
  middleware('stamp', '', '{stamped: true}'),
  'function half {\n input {\n decimal n\n }\n stack {\n }\n response = $input.n / 2\n}',
  endpoint('login', {
    input: 'int id',
    stack:
      'security.create_auth_token {\n table = "user"\n id = $input.id\n extras = {}\n expiration = 600\n } as $token',
    response: '$token',
  }),
  endpoint('note', {
    verb: 'POST',
    input: 'text title\n int user_id?',
    stack: 'db.add note {\n data = {title: $input.title, user_id: $input.user_id}\n } as $x',
    response: '$x',
  }),
  endpoint('user', {
    verb: 'POST',
    input: 'text name',
    stack: 'db.add user {\n data = {name: $input.name}\n } as $x',
    response: '$x.id',
  }),
  endpoint('log', {
    input: 'text what',
    stack: 'db.query log {\n where = $db.log.what == $input.what\n return = {type: "list"}\n } as $x',
    response: '$x',
  }),
  endpoint('names', {
    stack: `db.query note {
      return = {type: "list"}
      output = ["title", "user_id"]
      addon = [{
        name: "user_name"
        output: ["name"]
        input: {user_id: $output.user_id}
        addon: [{name: "notes", output: ["title"], input: {user_id: $output.id}, as: "notes"}]
        as: "_user"
      }]
    } as $x`,
    response: '$x',
  }),
  endpoint('count', { stack: 'redis.incr {\n key = "n"\n by = 1\n } as $n', response: '$n' }),
  endpoint('limited', {
    stack: 'redis.ratelimit {\n key = "limited"\n max = 3\n ttl = 600\n error = "Enough"\n }',
    response: '"in"',
  }),
  endpoint('kept', {
    stack: 'redis.incr {\n key = "kept"\n by = 1\n } as $n',
    response: '$n',
    more: 'cache = {ttl: 600}',
  }),
  endpoint('mine', {
    stack: 'redis.incr {\n key = "mine"\n by = 1\n } as $n',
    response: '$auth.id',
    more: 'auth = "user"\n cache = {ttl: 600}',
  }),
  endpoint('around', { response: '{}', more: 'middleware = {post: [{name: "stamp"}]}' }),
  endpoint('env', { response: '[$env.COLOUR, $env.NONE, $env.$datasource, $env.$request_method]' }),
  endpoint('beside', {
    stack: `function.run half {\n input = {n: 5}\n runtime_mode = "async-shared"\n } as $id
      await {\n ids = [$id]\n timeout = 5\n } as $x`,
    response: '$x',
  }),
]

interface Call {
  path: string
  body?: unknown
  /** Of a user whose token goes with it. */
  user?: number
  times?: number
}

const calls: Call[] = [
  { path: 'user', body: { name: 'Ada' } },
  { path: 'user', body: { name: 'Bob' } },
  { path: 'note', body: { title: 'a', user_id: 1 }, times: 3 },
  { path: 'note', body: { title: 'b', user_id: 2 } },
  { path: 'names' },
  { path: 'count', times: 6 },
  { path: 'limited', times: 6 },
  { path: 'kept', times: 6 },
  { path: 'mine', user: 1, times: 4 },
  { path: 'mine', user: 2, times: 4 },
  { path: 'mine' },
  { path: 'around' },
  { path: 'env' },
  { path: 'beside' },
  { path: 'nowhere' },
]

/** All answers of a server with so many workers, and what its tasks and triggers left. */
async function answers(workers: number) {
  const folder = await temporaryFolder()
  const source = join(folder, 'source')
  await mkdir(source)
  await Promise.all(objects.map((text, index) => writeFile(join(source, `${index}.xs`), text)))
  const serve = await startServe(folder, '--workspace', source, '--ephemeral', '--workers', String(workers))
  const get = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(`${serve.ready.url}/api:main/${path}`, { headers })).json()
  const seen: unknown[] = []
  for (const { path, body, user, times = 1 } of calls) {
    // A connection stays with one worker; without keep-alive each request may meet another.
    const headers: Record<string, string> = { connection: 'close', 'content-type': 'application/json' }
    if (user !== undefined) headers['authorization'] = `Bearer ${String(await get(`login?id=${user}`))}`
    for (let time = 0; time < times; time++) {
      const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const response = await fetch(`${serve.ready.url}/api:main/${path}`, { headers, ...sent })
      seen.push([path, response.status, await response.json()])
    }
  }
  const log = async (what: string) => (await get(`log?what=${what}`)) as { at: number }[]
  await expect.poll(async () => (await log('task')).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(3)
  const triggered = (await log('trigger')).length
  expect(await serve.stop()).toBe(0)
  return { seen, triggered }
}

test('two workers answer as one process does', { timeout: 120_000 }, async () => {
  const alone = await answers(1)
  expect(alone.seen.filter((row) => JSON.stringify(row).includes('"count"'))).toEqual(
    [1, 2, 3, 4, 5, 6].map((count) => ['count', 200, count]),
  )
  expect(alone.seen).toContainEqual(['env', 200, ['blue', null, 'live', 'GET']])
  expect(alone.seen).toContainEqual(['beside', 200, [2.5]])
  expect(alone.seen).toContainEqual(['limited', 429, expect.objectContaining({ message: 'Enough' })])
  expect(await answers(2)).toEqual(alone)
  expect(alone).toMatchObject({ triggered: 4 })
})
