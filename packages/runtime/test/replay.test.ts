import { catalogue, filters } from '@cairn/statements'
import { fakePorts } from '@cairn/testing'
import { describe, expect, test } from 'vitest'
import { record, replay } from './replay-run.ts'
import { functionOf, program } from './run-stack.ts'

let seed = 0

/**
 * Runs a function fast, recorded, and replays the recording twice, traced: what is the same, and what else there is when
 * it is not.
 */
async function replays(...texts: string[]): Promise<unknown> {
  const stack = program(...texts).function('f')!
  const ports = () => fakePorts({ seed: ++seed, now: 1_700_000_000_000 + seed * 12_345, env: { KEY: 'value' } })
  const fast = await record(stack, {}, ports())
  const [again, twice] = [await replay(stack, {}, fast.text, ports()), await replay(stack, {}, fast.text, ports())]
  const isExact = again.outcome === fast.outcome && JSON.stringify(again) === JSON.stringify(twice)
  return isExact ? { exact: true, unrecorded: again.unrecorded } : { fast: fast.outcome, again, twice }
}

const exactly = { exact: true, unrecorded: [] }

describe('every example of a statement is replayed from its recording', () => {
  const rows = [...catalogue.values()].flatMap(({ definition, examples }) =>
    examples.map((example) => [definition.name, example.title, example.stack] as const),
  )
  test.each(rows)('%s: %s', async (_name, _title, stack) => {
    expect(await replays(functionOf(stack))).toEqual(exactly)
  })
})

test('every example of a filter is replayed from its recording', async () => {
  for (const { definition } of filters.all) {
    for (const { expression } of definition.examples) {
      const value = expression.startsWith('|') ? `\`${expression}\`` : expression
      expect(await replays(functionOf(`var $x {\n value = ${value}\n}`))).toEqual(exactly)
    }
  }
})

const table =
  'table note {\n auth = false\n schema {\n int id\n text body\n timestamp at?=now\n }\n index = [{type: "primary", field: [{name: "id"}]}]\n}'

test.each([
  [
    'random numbers and the time',
    'security.random_number { min = 1\n max = 1000000 } as $n\n var $x { value = [$n, now, ""|uuid] }',
  ],
  [
    'a transaction that fails',
    'try_catch {\n try {\n db.transaction {\n stack {\n db.add note { data = {body: "a"} } as $row\n precondition (false) { error = "no" }\n }\n }\n }\n catch {\n var $x { value = $error.message }\n }\n }',
  ],
  [
    'a loop of writes and reads',
    'var $x { value = [] }\n for (3) {\n each as $i {\n db.add note { data = {body: $i ~ ""|uuid} } as $row\n array.push $x { value = $row }\n }\n }',
  ],
  [
    'what runs beside the stack',
    'function.run "g" { input = {n: 1}\n runtime_mode = "async-shared" } as $a\n function.run "g" { input = {n: 2}\n runtime_mode = "async-shared" } as $b\n security.random_number { min = 1\n max = 1000000 } as $n\n await { ids = [$a, $b] } as $all\n var $x { value = [$n, $all] }',
  ],
])('%s', async (_what, stack) => {
  const found = await replays(
    functionOf(stack),
    table,
    'function g {\n input {\n int n\n }\n stack {\n security.random_number { min = 1\n max = 1000000 } as $n\n util.sleep { value = 0 }\n }\n response = [$input.n, $n]\n}',
  )
  expect(found).toEqual(exactly)
})

test('a draft that asks for something else fails at that statement, and no catch hides it', async () => {
  const before = program(functionOf('redis.get { key = "a" } as $x'))
  const after = program(
    functionOf('try_catch {\n try {\n redis.get { key = "b" } as $x\n }\n catch {\n var $x { value = 1 }\n }\n }'),
  )
  const { text } = await record(before.function('f')!, {}, fakePorts())
  const found = await replay(after.function('f')!, {}, text, fakePorts())
  expect(found.unrecorded).toEqual([{ call: 'cache.get', otherwise: true }])
  expect(found.outcome).toMatch(/^ERROR_FATAL not_recorded .* at stack\.0\.try\.0$/)
})

test('a draft that asks in another order, or twice for the time, still gets its answers', async () => {
  const read = (key: string) => `redis.get { key = "${key}" } as $${key}\n`
  const ports = fakePorts()
  await ports.cache.set('a', 'A', 0)
  await ports.cache.set('b', 'B', 0)
  const before = program(functionOf(`${read('a')}${read('b')}`, '[$a, $b, now]'))
  const after = program(functionOf(`${read('b')}${read('a')}`, '[$b, $a, now, now]'))
  const { text } = await record(before.function('f')!, {}, ports)
  const found = await replay(after.function('f')!, {}, text, fakePorts({ now: 5 }))
  const now = ports.clock.now()
  expect(found).toMatchObject({ outcome: JSON.stringify(['B', 'A', now, now]), unrecorded: [] })
})

test('a stack that is given up and begun again is recorded once', async () => {
  const loop = 'var $x { value = now }\n for (30000) {\n each as $i {\n var.update $x { value = $x + $i % 3 }\n }\n }'
  expect(await replays(functionOf(loop, '[$x, now]'))).toEqual(exactly)
})

test('an answer that a cache had is given again in the place of its stack', async () => {
  const kept = (stack: string) =>
    `function g {\n input {\n }\n stack {\n ${stack}\n }\n response = $n\n cache = {ttl: 60}\n}`
  const run = program(
    functionOf('function.run "g" as $a\n function.run "g" as $b', '[$a, $b]'),
    kept('security.random_number { min = 1\n max = 1000000 } as $n'),
  ).function('f')!
  const ports = fakePorts()
  const first = await record(run, {}, ports)
  const second = await record(run, {}, ports)
  expect(second.outcome).toBe(first.outcome)
  for (const { outcome, text } of [first, second]) {
    expect(await replay(run, {}, text, fakePorts())).toMatchObject({ outcome, unrecorded: [] })
  }
})
