import { StackError, type Value } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { coverableOf, CoverageSink } from '../src/index.ts'
import { functionOf, invocation, program } from './run-stack.ts'

const push = 'array.push $x { value = 1 }'
const start = 'var $x { value = [] }'

/** What can run of a function with that stack, and what of it did when it ran once for each input. */
async function covered(stack: string, ...inputs: Value[]) {
  const f = program(functionOf(stack).replace('input {', 'input {\n  json n?')).function('f')!
  const { statements, branches } = coverableOf(f.object)
  const all = [...statements, ...branches.map(({ address }) => address)]
  const ran = new Set<string>()
  for (const n of inputs) {
    const sink = new CoverageSink()
    try {
      await f.run({ n }, invocation({ trace: sink }))
    } catch (error) {
      if (!(error instanceof StackError)) throw error
    }
    for (const address of sink.reached.get(f.object) ?? []) ran.add(address)
  }
  return { of: all.length, missed: all.filter((address) => !ran.has(address)) }
}

const conditional = `${start}\nconditional {\n if ($input.n > 10) {\n ${push}\n }\n elseif ($input.n > 5) {\n ${push}\n }\n}`

describe('branches', () => {
  test.each<[what: string, stack: string, inputs: Value[], of: number, missed: string[]]>([
    ['each block of a conditional, and none', conditional, [20, 7, 1], 7, []],
    ['no block: the way an else would take', conditional, [20, 7], 7, ['stack.1.otherwise']],
    ['a block of two', conditional, [20, 1], 7, ['stack.1.elseif.0.0', 'stack.1.elseif.0']],
    [
      'an else that is written',
      `${start}\nconditional {\n if ($input.n > 1) {\n ${push}\n }\n else {\n ${push}\n }\n}`,
      [5],
      6,
      ['stack.1.else.0', 'stack.1.else'],
    ],
    [
      'cases, of which the second is left by no break',
      `${start}\nswitch ($input.n) {\n case (1) {\n ${push}\n } break\n case (2) {\n ${push}\n }\n default {\n ${push}\n }\n}`,
      [2],
      8,
      ['stack.1.case.0.0', 'stack.1.case.0'],
    ],
    [
      'a loop without a round',
      `${start}\nforeach ($input.n) {\n each as $one {\n ${push}\n }\n}`,
      [[]],
      4,
      ['stack.1.each.0', 'stack.1.each'],
    ],
    [
      'a round far behind those that a trace keeps',
      `${start}\nfor (500) {\n each as $i {\n conditional {\n if ($i == 321) {\n ${push}\n }\n }\n }\n}`,
      [0],
      7,
      [],
    ],
    [
      'what is caught',
      `${start}\ntry_catch {\n try {\n precondition ($input.n > 1) {\n error = "no"\n }\n }\n catch {\n ${push}\n }\n}`,
      [2, 0],
      6,
      [],
    ],
    [
      'nothing to catch',
      `${start}\ntry_catch {\n try {\n precondition ($input.n > 1) {\n error = "no"\n }\n }\n catch {\n ${push}\n }\n}`,
      [2],
      6,
      ['stack.1.catch.0', 'stack.1.catch'],
    ],
    ['a group always runs: it has no branch', `group {\n stack {\n ${start}\n }\n}`, [0], 2, []],
    [
      'what is disabled is no part of it',
      `${start}\n!math.add $x { value = 1 }\nconditional {\n if ($input.n > 1) {\n ${push}\n }\n !elseif ($input.n > 0) {\n ${push}\n }\n elseif ($input.n < 0) {\n ${push}\n }\n}`,
      [2, -1, 0],
      7,
      [],
    ],
    ['an empty block leaves no trace', `${start}\nconditional {\n if ($input.n > 1) {\n }\n}`, [2], 2, []],
    [
      'a condition that fails takes no way',
      `${start}\ntry_catch {\n try {\n conditional {\n if ($input.n > 1 / $input.n) {\n ${push}\n }\n }\n }\n catch {\n ${push}\n }\n}`,
      [0, 2],
      9,
      ['stack.1.try.0.otherwise'],
    ],
    [
      'passed by at the end of a round, of a block and of the stack',
      `${start}\nfor (2) {\n each as $i {\n conditional {\n if ($i > 5) {\n ${push}\n }\n }\n }\n}\nconditional {\n if ($input.n > 1) {\n conditional {\n if ($input.n > 5) {\n ${push}\n }\n }\n }\n}`,
      [3],
      14,
      [
        'stack.1.each.0.then.0',
        'stack.2.then.0.then.0',
        'stack.1.each.0.then',
        'stack.2.then.0.then',
        'stack.2.otherwise',
      ],
    ],
    [
      'a statement that fails, and what is behind it',
      `${start}\nprecondition ($input.n > 1) {\n error = "no"\n}\n${push}`,
      [0],
      3,
      ['stack.2'],
    ],
  ])('%s', async (_what, stack, inputs, of, missed) => {
    expect(await covered(stack, ...inputs)).toEqual({ of, missed })
  })
})

test('functions that are called have what ran of them, each time they are', async () => {
  const text = `function g {\n input {\n int n\n }\n stack {\n conditional {\n if ($input.n > 1) {\n return {\n value = 1\n }\n }\n }\n }\n response = 2\n}`
  const run = program(
    functionOf('function.run g { input = {n: 1} } as $y\nfunction.run g { input = {n: 2} } as $x'),
    text,
  )
  const sink = new CoverageSink()
  await run.function('f')!.run({}, invocation({ trace: sink }))
  const g = run.function('g')!.object
  const { statements, branches } = coverableOf(g)
  const missed = [...statements, ...branches.map(({ address }) => address)].filter(
    (address) => !sink.reached.get(g)!.has(address),
  )
  expect(missed).toEqual([])
})

test('a function that runs beside its stack has what ran of it, and is told of as long as it runs', async () => {
  const text = `function g {\n input {\n }\n stack {\n var $y {\n value = 1\n }\n }\n}`
  const beside = 'function.run g {\n runtime_mode = "async-shared"\n } as $x'
  const run = program(functionOf(`${beside}\n${beside}`), text)
  const sink = new CoverageSink()
  const started: Promise<unknown>[] = []
  await run.function('f')!.run({}, invocation({ trace: sink, besides: (work) => void started.push(work) }))
  await Promise.all(started)
  expect(started).toHaveLength(2)
  expect(sink.reached.get(run.function('g')!.object)).toContain('stack.0')
})
