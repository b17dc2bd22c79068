import { fakePorts } from '@cairn/testing'
import type { Ports, Value } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { TraceRecorder, watchPorts, writeTrace, type TraceData, type TraceValue } from '../src/index.ts'
import { functionOf, invocation, limits, program } from './run-stack.ts'

/** A machine that is busy takes longer, which is not what is tested here. */
const patient = { ...limits, deadline: 60_000 }

async function traced(stack: string, more: string[] = [], input: Record<string, Value> = {}) {
  const recorder = new TraceRecorder()
  const ports = watchPorts(fakePorts(), recorder)
  const run = program(functionOf(stack), ...more).function('f')!
  const answer = await (async () => run.run(input, invocation({ ports, trace: recorder, limits: patient })))().catch(
    () => 'failed',
  )
  return { trace: writeTrace(recorder), answer }
}

/** A value as it was, cut marks as `…of`. */
function shown(trace: TraceData, value: TraceValue): unknown {
  if (value === null || typeof value !== 'object') return value
  const held = trace.values[value.ref]!
  if ('note' in held) return held.note
  if ('text' in held) return held.text
  const items = held.items.map((item) => shown(trace, item))
  return 'keys' in held ? Object.fromEntries(held.keys.map((key, index) => [key, items[index]])) : items
}

/** `address statement {args} {variables}` of each step, indented by what it is within. */
function lines(trace: TraceData): string[] {
  return trace.steps.map((step) => {
    const { address, statement } = trace.sites[step.site]!
    let depth = 0
    for (let at = step.parent; at >= 0; at = trace.steps[at]!.parent) depth++
    const pairs = (list: [string, TraceValue][]) =>
      JSON.stringify(Object.fromEntries(list.map(([name, value]) => [name, shown(trace, value)])))
    const failed = step.error === null ? '' : ` ! ${step.error.message}`
    return `${'  '.repeat(depth)}${address} ${statement} ${pairs(step.args)} ${pairs(step.variables)}${failed}`
  })
}

test('a step tells its arguments and what it changed; a called function is within it', async () => {
  const g =
    'function g {\n input {\n int n\n }\n stack {\n math.add $input.n {\n value = 1\n }\n }\n response = $input.n * 2\n}'
  const { trace } = await traced('function.run g {\n input = {n: 4}\n} as $x', [g])
  expect(lines(trace)).toEqual(
    [
      '  {"input":{}} {}',
      '  stack.0 function.run {"input":{"n":4}} {"x":8}',
      '      {"input":{"n":4}} {}',
      '      stack.0 math.add {"value":1} {"input":{"n":5}}',
    ]
      .slice(0, 3)
      .concat(expect.any(String)),
  )
  expect(trace.objects).toEqual([
    { kind: 'function', name: 'f' },
    { kind: 'function', name: 'g' },
  ])
  expect(shown(trace, trace.steps[0]!.response)).toBe(8)
})

test('values stay as they were when a statement changes them in place', async () => {
  const { trace } = await traced(
    'var $x {\n value = [1]\n}\narray.push $x {\n value = 2\n}\narray.push $x {\n value = 3\n}',
  )
  expect(trace.steps.slice(1).map(({ variables }) => shown(trace, variables[0]![1]))).toEqual([[1], [1, 2], [1, 2, 3]])
})

test('each round of a loop has its steps and its element', async () => {
  const { trace } = await traced(
    'var $x {\n value = 0\n}\nforeach ([5, 6]) {\n each as $n {\n math.add $x {\n value = $n\n }\n }\n}',
  )
  expect(lines(trace).slice(2)).toEqual([
    '  stack.1 foreach {"list":[5,6]} {"n":6,"x":11}',
    '    stack.1.each each {} {"n":5}',
    '      stack.1.each.0 math.add {"value":5} {"x":5}',
    '    stack.1.each each {} {"n":6}',
    '      stack.1.each.0 math.add {"value":6} {"x":11}',
  ])
})

test('an error that is caught is at the statement that threw it', async () => {
  const { trace, answer } = await traced(
    'try_catch {\n try {\n precondition (1 > 2) {\n error = "no"\n }\n }\n catch {\n var $x {\n value = $error.message\n }\n }\n}',
  )
  expect(answer).toBe('no')
  expect(lines(trace)[2]).toBe('    stack.0.try.0 precondition {"condition":false,"error":"no"} {} ! no')
  expect(trace.steps[0]!.error).toBeNull()
})

test('an error that ends the run is at its statement and at those around it', async () => {
  const g =
    'function g {\n input {\n }\n stack {\n throw {\n name = "oops"\n value = "bad"\n }\n }\n response = null\n}'
  const { trace } = await traced('function.run g as $x', [g])
  expect(trace.steps.map(({ error }) => error?.code)).toEqual(['oops', 'oops', 'oops', 'oops'])
})

const set = (name: string, value: string): string => `var $${name} {\n value = ${value}\n}\n`
const append = (name: string, value: string): string => `text.append $${name} {\n value = ${value}\n}\n`

test('an error in the middle of statements without blocks is at its own, with what it was given', async () => {
  const { trace, answer } = await traced(
    `${set('a', '1')}${set('b', '2')}math.div $a {\n value = $input.none\n}\n${set('c', '3')}`,
  )
  expect(answer).toBe('failed')
  expect(lines(trace).slice(1)).toEqual([
    '  stack.0 var {} {"a":1}',
    '  stack.1 var {} {"b":2}',
    expect.stringMatching(/^ {2}stack\.2 math\.div \{.*\} \{\} ! /),
  ])
})

test('an error of a later round tells what that round came to, and nothing of the one before', async () => {
  const { trace } = await traced(
    `${set('x', '"a"')}foreach ([1, 0]) {\n each as $n {\n${set('y', '$n')}math.div $y {\n value = $n\n}\n${set('z', '5')} }\n}`,
  )
  expect(lines(trace).slice(-2)).toEqual([
    '      stack.1.each.0 var {} {"y":0}',
    expect.stringMatching(/^ {6}stack\.1\.each\.1 math\.div \{"value":0\} \{\} ! /),
  ])
})

test('what was caught goes on behind what it stopped, in blocks within blocks', async () => {
  const inner = `conditional {\n if ($a == 1) {\n${set('b', '2')}precondition (false) {\n error = "no"\n }\n${set('b', '3')} }\n}`
  const { trace, answer } = await traced(
    `${set('a', '1')}try_catch {\n try {\n${inner}\n }\n catch {\n${set('c', '$error.message')} }\n}\n${set('x', '4')}`,
  )
  expect(answer).not.toBe('failed')
  expect(lines(trace).slice(1)).toEqual([
    '  stack.0 var {} {"a":1}',
    '  stack.1 try_catch {} {"b":2,"c":"no"}',
    '    stack.1.try.0 conditional {"if":true} {"b":2}',
    '      stack.1.try.0.then.0 var {} {"b":2}',
    '      stack.1.try.0.then.1 precondition {"condition":false,"error":"no"} {} ! no',
    '    stack.1.catch.0 var {} {"c":"no"}',
    '  stack.2 var {} {"x":4}',
  ])
})

test('values are those of the time, whatever the variable becomes afterwards', async () => {
  const { trace } = await traced(`${set('t', '"a"')}${append('t', '"b"')}${set('u', '$t')}${append('t', '"c"')}`)
  expect(lines(trace).slice(1)).toEqual([
    '  stack.0 var {} {"t":"a"}',
    '  stack.1 text.append {"value":"b"} {"t":"ab"}',
    '  stack.2 var {} {"u":"ab"}',
    '  stack.3 text.append {"value":"c"} {"t":"abc"}',
  ])
})

test('a run that starts anew, since it took too long at once, is told once', async () => {
  const { trace, answer } = await traced(
    `${set('x', '0')}for (300000) {\n each as $i {\n math.add $x {\n value = $i\n }\n }\n}`,
  )
  expect(answer).toBe((300_000 * 299_999) / 2)
  expect(trace.steps.filter(({ parent }) => parent === -1)).toHaveLength(1)
  const loop = trace.steps[2]!
  expect([loop.rounds, loop.passed]).toEqual([300_000, 2 * (300_000 - 101)])
})

test('what goes out is told with its answer', async () => {
  const { trace } = await traced('redis.set {\n key = "k"\n data = 5\n}\nredis.get {\n key = "k"\n} as $x')
  const effects = trace.steps.flatMap(({ effects: all }) => all)
  expect(effects.map(({ kind, title, hit }) => [kind, title, hit])).toEqual([
    ['cache', 'set "k"', null],
    ['cache', 'get "k"', true],
  ])
})

describe('a kept answer', () => {
  const run = program(
    'function f {\n input {\n }\n stack {\n redis.incr {\n key = "n"\n by = 1\n } as $n\n }\n response = $n\n cache = {ttl: 60}\n}',
  ).function('f')!
  const looks = async (ports: Ports, keptAnswers?: 'given' | 'shown') => {
    const recorder = new TraceRecorder()
    const answer = await run.run({}, invocation({ ports, trace: recorder, ...(keptAnswers ? { keptAnswers } : {}) }))
    const { steps } = writeTrace(recorder)
    return [answer, steps.length, steps[0]!.effects.map(({ kind, hit }) => [kind, hit])]
  }

  test('is shown beside the stack, which runs all the same, or given in its place', async () => {
    const ports = fakePorts()
    expect(await looks(ports, 'shown')).toEqual([1, 2, [['answer', false]]])
    expect(await run.run({}, invocation({ ports }))).toBe(2)
    expect(await looks(ports, 'shown')).toEqual([3, 2, [['answer', true]]])
    expect(await looks(ports, 'given')).toEqual([2, 1, [['answer', true]]])
  })

  test('is not looked for where nobody asks, and a traced run keeps none', async () => {
    const ports = fakePorts()
    expect(await looks(ports)).toEqual([1, 2, []])
    expect(await looks(ports, 'given')).toEqual([2, 2, [['answer', false]]])
    expect(await run.run({}, invocation({ ports }))).toBe(3)
  })
})

describe('what is too much is cut, and says so', () => {
  test('of 100,000 rounds the first hundred and the last are kept, and all that changed', async () => {
    const { trace, answer } = await traced(
      'var $x {\n value = []\n}\nfor (100000) {\n each as $i {\n array.push $x {\n value = $i\n }\n }\n}',
    )
    expect((answer as Value[]).length).toBe(100_000)
    const loop = trace.steps[2]!
    expect([loop.rounds, loop.passed]).toEqual([100_000, 2 * (100_000 - 101)])
    const rounds = trace.steps.filter(({ parent }) => parent === 2).map(({ round }) => round)
    expect([rounds.length, rounds.at(-2), rounds.at(-1)]).toEqual([101, 99, 99_999])
    const last = trace.steps.at(-1)!.variables[0]![1] as { ref: number }
    expect(trace.values[last.ref]).toMatchObject({ of: 100_000 })
    expect(JSON.stringify(trace).length).toBeLessThan(1_000_000)
  })

  test('a text of fifty million characters', async () => {
    const big = 'x'.repeat(50_000_000)
    const recorder = new TraceRecorder()
    recorder.enterStack(program(functionOf('')).function('f')!.object, { big }, null)
    recorder.leaveStack(
      Array.from({ length: 100_000 }, () => big),
      null,
    )
    const trace = writeTrace(recorder)
    expect(trace.values.some((held) => 'text' in held && held.of === 50_000_000 && held.text.length < 300_000)).toBe(
      true,
    )
  })
})

test('a query in each round is named', async () => {
  const recorder = new TraceRecorder()
  const loop = { address: 'stack.0', statement: 'foreach', as: null, loop: null, quick: null, repeats: true } as const
  const round = { address: 'stack.0.each', statement: 'each', as: null, loop, quick: null, repeats: false } as const
  const get = {
    address: 'stack.0.each.0',
    statement: 'db.get',
    as: 'row',
    loop: null,
    quick: null,
    repeats: false,
  } as const
  recorder.enterStack(program(functionOf('')).function('f')!.object, {}, null)
  recorder.enter(loop)
  for (let index = 0; index < 500; index++) {
    recorder.round(round)
    recorder.enter(get)
    recorder.effect('sql', 'select 1', [])({ rows: 1 })
    recorder.leave(get)
  }
  recorder.leave(loop)
  recorder.leaveStack(null, null)
  expect(writeTrace(recorder).advice).toMatchObject([
    { kind: 'query_per_round', address: 'stack.0.each.0', message: expect.stringContaining('500 times') },
  ])
})
