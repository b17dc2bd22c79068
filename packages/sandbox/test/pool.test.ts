import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.ts'
import { buildWorker, resultOf } from './run-lambda.ts'

let built: Awaited<ReturnType<typeof buildWorker>>
let sandbox: Sandbox

beforeAll(async () => {
  built = await buildWorker()
  sandbox = createSandbox({ worker: built.file, size: 2 })
})

afterAll(async () => {
  sandbox.close()
  await built.remove()
})

describe('in a thread of its own', () => {
  test.each([
    ['return [1, 2].map((x) => x * 2)', [2, 4]],
    ['const x: number = 2; return x', 2],
    ['return typeof process + typeof require', 'undefinedundefined'],
  ])('%s', async (code, expected) => {
    expect(await resultOf(sandbox.forOwner('a'), code)).toEqual(expected)
  })

  test.each([
    ['a loop', 'for (;;);', /^lambda_timeout$/],
    ['a recursion', 'const f = () => f() + 1; return f()', /^lambda_stack$/],
    ['a deep JSON text', `return JSON.parse('['.repeat(100000))`, /^lambda_(stack|error)$/],
    ['memory', 'return new Uint8Array(2e9).length', /^lambda_memory$/],
    ['microtasks without end', 'const f = () => Promise.resolve().then(f); await f()', /^lambda_(memory|timeout)$/],
    [
      'native code that asks nobody',
      `const a = 'a'.repeat(3e7); return a.split('').length`,
      /^lambda_(memory|timeout)$/,
    ],
  ])('%s ends with its error, and the next call is answered', async (_name, code, reason) => {
    const failed = resultOf(sandbox.forOwner('a'), code, { timeout: 500 })
    await expect(failed).rejects.toMatchObject({
      reason: expect.stringMatching(reason),
    })
    expect(await resultOf(sandbox.forOwner('a'), 'return 1')).toBe(1)
  })
})

test('work of which the engine asks too seldom whether it may go on ends with its thread', async () => {
  const begun = performance.now()
  const growing = resultOf(sandbox.forOwner('a'), 'for (;;) new Array(1e5).fill(0)', { timeout: 400 })
  await expect(growing).rejects.toMatchObject({ reason: 'lambda_timeout' })
  expect(performance.now() - begun).toBeLessThan(3000)
  expect(await resultOf(sandbox.forOwner('a'), 'return 1')).toBe(1)
})

test('while lambdas of one workspace loop, those of another are answered, in order before the loops end', async () => {
  const order: string[] = []
  const leaving = new AbortController()
  const endless = { timeout: 60_000, signal: leaving.signal }
  const loops = [1, 2, 3].map((n) =>
    resultOf(sandbox.forOwner('hostile'), 'for (;;);', endless).catch(() => order.push(`loop ${n}`)),
  )
  for (let n = 1; n <= 3; n++) {
    expect(await resultOf(sandbox.forOwner('other'), `return ${n}`, { timeout: 20_000 })).toBe(n)
    order.push(`answer ${n}`)
  }
  leaving.abort()
  await Promise.all(loops)
  expect(order.slice(0, 3)).toEqual(['answer 1', 'answer 2', 'answer 3'])
})

test('a call whose client goes is ended and gives its thread back', async () => {
  const leaving = new AbortController()
  const running = resultOf(sandbox.forOwner('a'), 'for (;;);', { timeout: 20_000, signal: leaving.signal })
  setTimeout(() => leaving.abort(), 50)
  await expect(running).rejects.toMatchObject({ reason: 'request_aborted' })
  expect(await resultOf(sandbox.forOwner('a'), 'return 1')).toBe(1)
})

test('without its worker the sandbox says so', async () => {
  const none = createSandbox({ worker: new URL('missing.mjs', built.file), size: 2 })
  await expect(resultOf(none.forOwner('a'), 'return 1')).rejects.toMatchObject({ reason: 'lambda_unavailable' })
  await expect(resultOf(none.forOwner('a'), 'return 1')).rejects.toMatchObject({ reason: 'lambda_unavailable' })
  none.close()
})
