import { describe, expect, test } from 'vitest'
import { createInlineSandbox } from '../src/index.ts'
import { lambda, resultOf } from './run-lambda.ts'

const port = createInlineSandbox()

test.each([
  ['JavaScript', 'return $input.value > 10 ? true : false;', true],
  ['a comment at the end', 'return 1 // one', 1],
  ['async and await', 'const x = await Promise.resolve(2); return x * 2', 4],
  ['a promise', 'return Promise.resolve([1])', [1]],
  ['timers', 'return await new Promise((done) => setTimeout(done, 5, "later"))', 'later'],
  ['TypeScript', 'const x: number = $input.value as number; interface A { a?: string }\nreturn x satisfies number', 11],
  ['generics', 'const f = <T,>(x: T): T => x; return f<number>(3)', 3],
  ['an enum', 'enum E { A = 4 }\nreturn E.A', 4],
  ['optional chaining', 'return $input.a?.b ?? "none"', 'none'],
  ['a name that was given, declared again', 'const $input = 5; return $input', 5],
])('%s', async (_name, code, expected) => {
  expect(await resultOf(port, code, { names: { $input: { value: 11 } } })).toEqual(expected)
})

describe('errors name the line of the code', () => {
  test.each([
    ['const a = 1\nthrow new Error("no")', 'lambda_error', 'The lambda failed in line 2: no.'],
    ['\n\nreturn $input.a.b', 'lambda_error', 'The lambda failed in line 3: TypeError: cannot read property'],
    [
      'const x: number = 1\nthrow new RangeError("far")',
      'lambda_error',
      'The lambda failed in line 2: RangeError: far.',
    ],
    ['throw "text"', 'lambda_error', 'The lambda failed: text.'],
    ['let a = 1\nlet = = 2', 'lambda_syntax', 'The lambda failed in line 2: SyntaxError:'],
    ['return fetch("x")', 'lambda_error', "The lambda failed in line 1: ReferenceError: 'fetch' is not defined."],
  ])('%j', async (code, reason, message) => {
    await expect(resultOf(port, code, { names: { $input: {} } })).rejects.toMatchObject({
      reason,
      message: expect.stringContaining(message),
    })
  })

  test('what other runtimes have is named in a hint', async () => {
    await expect(resultOf(port, 'return fetch("x")')).rejects.toMatchObject({
      hint: 'Lambdas have no network. Use api.request.',
    })
  })
})

test('a list is gone through in one call', async () => {
  const each = { list: [1, 2, 3], carry: false, initial: null, stopAt: null } as const
  const ask = (code: string, facts: object) => port.run(lambda(code, { each: { ...each, list: [1, 2, 3], ...facts } }))
  expect(await ask('return $this * 2 + $index + $parent.length', {})).toEqual([5, 8, 11])
  expect(await ask('return $this === 2', { stopAt: 'true' })).toEqual([false, true])
  expect(await ask('return $this < 2', { stopAt: 'false' })).toEqual([true, false])
  expect(await ask('return $result + $this', { carry: true, initial: 10 })).toEqual([16])
})
