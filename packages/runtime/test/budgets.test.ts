import { describe, expect, test } from 'vitest'
import { functionOf, invocation, limits, program, runStack, silent } from './run-stack.ts'

const endless = 'var $x {\n value = 0\n}\nwhile (true) {\n each {\n var.update $x {\n value = $x + 1\n }\n }\n}'
const short = { ...limits, deadline: 300 }

describe('a stack that goes too far ends with an error that names its statement', () => {
  test.each([
    ['an endless loop', endless, 'deadline_exceeded', 'stack.1.each.0'],
    ['one that waits', `util.sleep {\n value = 0\n}\n${endless}`, 'deadline_exceeded', 'stack.2.each.0'],
    [
      'one inside a try',
      `try_catch {\n try {\n${endless}\n }\n catch {\n }\n}`,
      'deadline_exceeded',
      'stack.0.try.1.each.0',
    ],
    [
      'a text that grows',
      'var $x {\n value = "aaaaaaaaaa"\n}\nwhile (true) {\n each {\n var.update $x {\n value = $x ~ $x\n }\n }\n}',
      'text_too_long',
      'stack.1.each.0',
    ],
    [
      'a list that grows',
      'var $x {\n value = []\n}\nwhile (true) {\n each {\n array.push $x {\n value = 1\n }\n }\n}',
      'array_too_long',
      'stack.1.each.0',
    ],
    ['a range', 'var $x {\n value = 1..1000000000000\n}', 'array_too_long', 'stack.0'],
  ])('%s', async (_name, stack, reason, at) => {
    const running = runStack(stack, {
      limits: { ...short, deadline: 5000, ...(reason === 'deadline_exceeded' && short) },
    })
    await expect(running).rejects.toMatchObject({ reason, at })
  })

  test.each([null, silent])('a call that has to begin anew counts once', async (traced) => {
    const f = `function f {
      input {\n int n\n }
      stack {
        conditional {\n if ($input.n <= 0) {\n return {\n value = 0\n }\n }\n }
        function.run f {\n input = {n: $input.n - 1}\n } as $below
      }
      response = $below + 1
    }`
    const run = program(f)
      .function('f')!
      .run({ n: 700 }, invocation({ trace: traced === null ? null : traced() }))
    expect(await run).toBe(700)
  })

  test('a signal that counts the time of the run is its deadline, not a client that went', async () => {
    const running = runStack(endless, { limits: { ...short, deadline: 5000 }, signal: AbortSignal.timeout(100) })
    await expect(running).rejects.toMatchObject({ reason: 'deadline_exceeded' })
  })

  test('functions that call each other without end', async () => {
    const calls = 'function.run "f" {\n input = {}\n} as $x'
    await expect(runStack(calls)).rejects.toMatchObject({ reason: 'call_depth_exceeded' })
    await expect(runStack(`util.sleep {\n value = 0\n}\n${calls}`)).rejects.toMatchObject({
      reason: 'call_depth_exceeded',
    })
  })
})

test('another stack is answered while one loops without end', async () => {
  const loaded = program(functionOf(endless), functionOf('var $x {\n value = 1\n}').replace('function f', 'function g'))
  const looping = (async () => loaded.function('f')!.run({}, invocation({ limits: short })))()
  const waits: number[] = []
  const outcome = looping.catch((error: unknown) => error)
  for (let round = 0; round < 5; round++) {
    const begin = performance.now()
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    await loaded.function('g')!.run({}, invocation())
    waits.push(performance.now() - begin)
  }
  expect(await outcome).toMatchObject({ reason: 'deadline_exceeded' })
  expect(Math.min(...waits)).toBeLessThan(150)
})
