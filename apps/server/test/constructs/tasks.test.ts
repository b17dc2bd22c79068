import { Pool, sessionOf } from '@cairn/database'
import { expect, test } from 'vitest'
import { endpoint, serveWorkspace, table, type ServedWorkspace } from './serve-workspace.ts'

const run = table('run', 'text task?\n timestamp at?=now\n bool over?=false')
const runs = endpoint('runs', {
  stack: 'db.query run {\n sort = {id: "asc"}\n return = {type: "list"}\n } as $x',
  response: '$x',
})

function task(name: string, freq: number, stack = '', more = ''): string {
  return `task ${name} {
  stack {
    db.add run {
      data = {task: "${name}"}
    } as $run
    ${stack}
  }

  schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: ${freq}}]
  ${more}
}`
}

interface Run {
  id: number
  task: string
  at: number
  over: boolean
}

async function ran(served: ServedWorkspace, query = ''): Promise<Run[]> {
  return (await served.call(`runs${query}`)).body as Run[]
}

async function ask(served: ServedWorkspace, sql: string): Promise<Record<string, unknown>[]> {
  const pool = new Pool(served.databaseUrl, { size: 1 })
  try {
    return await sessionOf(pool).query(sql)
  } finally {
    await pool.close()
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('a task runs when it is due, once over all processes', async () => {
  const served = await serveWorkspace(run, runs, task('tick', 1))
  await Promise.all([served.another(), served.another()])
  await expect.poll(async () => (await ran(served)).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(6)
  const times = (await ran(served)).length
  const [taken] = await ask(
    served,
    `select count(*)::text as runs, count(distinct data ->> 'due')::text as moments
     from cairn_tasks.job where state in ('active', 'completed')`,
  )
  expect(taken!['moments']).toBe(taken!['runs'])
  expect(times).toBeLessThanOrEqual(Number(taken!['runs']))
})

test('a task knows where the server answers', async () => {
  const own = table('seen', 'text url')
  const stack = 'db.add seen {\n data = {url: $env.$api_baseurl}\n } as $seen'
  const served = await serveWorkspace(
    run,
    runs,
    own,
    task('where', 1, stack),
    endpoint('seen', { stack: 'db.query seen {\n return = {type: "single"}\n } as $x', response: '$x.url' }),
  )
  await expect
    .poll(async () => (await served.call('seen')).body, { timeout: 15_000 })
    .toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\d+$/)
})

test('a run that is due while the last one goes on is skipped, wherever that runs', async () => {
  const slow =
    'util.sleep {\n value = 5\n }\n db.edit run {\n field_name = "id"\n field_value = $run.id\n data = {over: true}\n }'
  const served = await serveWorkspace(run, runs, task('slow', 1, slow))
  await served.another()
  await expect.poll(async () => (await ran(served)).length, { timeout: 15_000 }).toBe(1)
  await expect.poll(async () => (await ran(served)).length, { timeout: 15_000 }).toBe(2)
  // The second began only when the first was over.
  expect((await ran(served))[0]!.over).toBe(true)
  expect(served.log.some((line) => line.includes('"slow" was skipped'))).toBe(true)
})

test('a task that fails is a line in the log that says where, and is due again', async () => {
  const served = await serveWorkspace(
    run,
    runs,
    task('fails', 1, 'throw {\n name = "E_TASK"\n value = "out of paper"\n }'),
    task('elsewhere', 1, '', 'datasource = "nowhere"'),
  )
  await expect.poll(async () => (await ran(served)).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
  expect(served.log).toContain('Constructs: the task "fails" failed: out of paper (at stack.1 of task "fails")')
  const missing = 'Constructs: the task "elsewhere" failed: This workspace has no datasource "nowhere".'
  await expect.poll(() => served.log.includes(missing), { timeout: 15_000 }).toBe(true)
  expect((await served.call('runs')).status).toBe(200)
})

test('a publish starts, stops and changes tasks; one on a datasource of its own works there', async () => {
  const served = await serveWorkspace(run, runs, task('off', 1, '', 'active = false'))
  await sleep(2500)
  expect(await ran(served)).toEqual([])
  await served.publish([run, runs, task('off', 1, '', 'datasource = "test"')])
  await expect
    .poll(async () => (await ran(served, '?x-data-source=test')).length, { timeout: 15_000 })
    .toBeGreaterThan(0)
  expect(await ran(served)).toEqual([])
  await served.publish([run, runs])
  await sleep(1500)
  const before = (await ran(served, '?x-data-source=test')).length
  await sleep(2500)
  expect((await ran(served, '?x-data-source=test')).length).toBe(before)
})

test('without an active task no queue is opened', async () => {
  const served = await serveWorkspace(run, runs, task('off', 1, '', 'active = false'))
  expect((await served.call('runs')).status).toBe(200)
  expect(await ask(served, `select 1 from pg_namespace where nspname = 'cairn_tasks'`)).toEqual([])
})

test('middleware of the branch stands around tasks', async () => {
  const served = await serveWorkspace(
    run,
    runs,
    `branch v1 {\n color = "#fff"\n middleware = {task: {pre: [{name: "stop"}]}}\n}`,
    `middleware stop {\n input {\n json vars\n }\n stack {\n throw {\n name = "E"\n value = "not today"\n }\n }\n response = null\n}`,
    task('never', 1),
  )
  const line = 'Constructs: the task "never" failed: not today (at stack.0 of middleware "stop")'
  await expect.poll(() => served.log.includes(line), { timeout: 15_000 }).toBe(true)
  expect(await ran(served)).toEqual([])
})
