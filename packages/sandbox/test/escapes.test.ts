/** What code tries that wants out, in the engine as it runs in a worker (see pool.test.ts for what only threads stop). */
import { describe, expect, test, vi } from 'vitest'
import { createInlineSandbox } from '../src/index.ts'
import { resultOf } from './run-lambda.ts'

const port = createInlineSandbox()

describe('nothing of the host is there', () => {
  test.each([
    'process',
    'require',
    'module',
    'Deno',
    'Bun',
    'Buffer',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebAssembly',
    'SharedArrayBuffer',
    'Atomics',
    'FinalizationRegistry',
    'WeakRef',
    'std',
    'os',
    'scriptArgs',
    'setImmediate',
    'window',
    'self',
    'global',
  ])('%s', async (name) => {
    expect(await resultOf(port, `return [typeof ${name}, ${JSON.stringify(name)} in globalThis]`)).toEqual([
      'undefined',
      false,
    ])
  })

  test.each([
    ['constructor.constructor', `return this?.constructor?.constructor?.('return typeof process')() ?? 'undefined'`],
    ['the constructor of a value that was given', `return $input.constructor.constructor('return typeof process')()`],
    ['Function', `return Function('return typeof process')()`],
    ['an async function', `return (async () => {}).constructor('return typeof process')()`],
    ['a generator', `return (function* () {}).constructor('return typeof process')().next().value`],
    ['eval', `return (0, eval)('typeof process')`],
    [
      'an error of the engine',
      `try { null.x } catch (e) { return e.constructor.constructor('return typeof process')() }`,
    ],
    ['console', `return console.log.constructor('return typeof process')()`],
    ['a timer', `return setTimeout.constructor('return typeof process')()`],
    ['a caller', `return (function f() { return typeof f.caller?.constructor('return process') })()`],
  ])('through %s', async (_name, code) => {
    expect(await resultOf(port, code, { names: { $input: {} } })).toBe('undefined')
  })

  test.each([
    [`return await import('npm:lodash')`, /"npm:lodash" can't be imported: lambdas have no packages/],
    [`return await import('node:fs')`, /"node:fs" can't be imported/],
    [`return await import('file:///etc/passwd')`, /can't be imported/],
    [`import fs from 'fs'; return fs.readFileSync`, /SyntaxError/],
    [`return require('fs')`, /'?require'? is not defined/],
    [`return fetch('http://127.0.0.1')`, /'?fetch'? is not defined/],
  ])('%s', async (code, message) => {
    await expect(resultOf(port, code)).rejects.toMatchObject({ message: expect.stringMatching(message) })
  })

  test('Error.prepareStackTrace is given no frame with a way out', async () => {
    const code = `Error.prepareStackTrace = (error, frames) => frames?.map?.((frame) => typeof frame.getThis?.() + typeof frame.getFunction?.());
      const stack = new Error('x').stack; return Array.isArray(stack) ? stack : []`
    for (const frame of (await resultOf(port, code)) as string[]) expect(frame).toMatch(/^(undefined)+$/)
  })
})

describe('what runs away is stopped', () => {
  test.each([
    ['a loop', 'while (true) {}', /^lambda_timeout$/],
    ['a loop behind a wait', 'await null; for (;;) {}', /^lambda_timeout$/],
    ['a loop of microtasks', 'const f = () => Promise.resolve().then(f); await f()', /^lambda_(timeout|memory)$/],
    ['a loop in a timer', 'await new Promise(() => setTimeout(() => { for (;;); }))', /^lambda_timeout$/],
    ['timers without end', 'await new Promise(() => setInterval(() => {}, 1))', /^lambda_timeout$/],
    ['a timer that is too late', 'await new Promise((done) => setTimeout(done, 1e9))', /^lambda_timeout$/],
    ['a loop in a catch', 'for (;;) { try { for (;;); } catch {} finally { continue } }', /^lambda_timeout$/],
    ['a loop in a getter of the result', 'return { get x() { for (;;); } }', /^lambda_timeout$/],
    ['a loop in toJSON', 'return { toJSON() { for (;;); } }', /^lambda_timeout$/],
    ['a loop in a proxy', 'return new Proxy({}, { ownKeys() { for (;;); } })', /^lambda_timeout$/],
    ['a loop where the code is read', '}); for (;;); (async function () {', /^lambda_timeout$/],
    ['a loop in the text of an error', 'throw { get message() { for (;;); } }', /^lambda_timeout$/],
    ['a regular expression', `return /^(a+)+$/.test('a'.repeat(40) + 'b')`, /^lambda_timeout$/],
    ['a recursion', 'const f = () => f() + 1; return f()', /^lambda_stack$/],
    ['a deep JSON text', `return JSON.parse('['.repeat(100000))`, /^lambda_stack$/],
    ['a list that grows', `const a = []; for (;;) a.push(new Array(1e5).fill(0))`, /^lambda_memory$/],
    ['one large list', `return new Array(1e9).fill(0)`, /^lambda_memory$/],
    ['one large buffer', `return new Uint8Array(2e9).length`, /^lambda_memory$/],
    ['a huge text', `return 'x'.repeat(2e9)`, /^lambda_error$/],
    ['a wait for nothing', 'await new Promise(() => {})', /^lambda_unsettled$/],
  ])('%s', async (_name, code, reason) => {
    await expect(resultOf(port, code, { timeout: 400 })).rejects.toMatchObject({
      name: 'StackError',
      reason: expect.stringMatching(reason),
    })
    expect(await resultOf(port, 'return 1')).toBe(1)
  })
})

describe('results are copies of plain data', () => {
  test.each([
    ['undefined', 'return undefined', null],
    ['nothing', '', null],
    ['a function', 'return () => 1', null],
    ['a symbol', 'return Symbol("x")', null],
    ['NaN', 'return NaN', null],
    ['-0', 'return -0', 0],
    ['a date', 'return new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['a map', 'return new Map([[1, 2]])', {}],
    ['a set', 'return new Set([1])', {}],
    ['a typed array', 'return new Uint8Array([1, 2])', { 0: 1, 1: 2 }],
    ['members that JSON has no word for', 'return { f() {}, s: Symbol(), u: undefined, n: 1 }', { n: 1 }],
    ['a getter', 'return { get a() { return 1 } }', { a: 1 }],
    ['a proxy', 'return new Proxy([1, 2], {})', [1, 2]],
    ['a thenable', 'return { then(done) { done(5) } }', 5],
    ['a string with a lone surrogate', 'return "\\ud800".length', 1],
  ])('%s', async (_name, code, expected) => {
    expect(await resultOf(port, code)).toEqual(expected)
  })

  test.each([
    ['a cycle', 'const a = {}; a.a = a; return a'],
    ['a BigInt', 'return 10n'],
    ['a BigInt inside', 'return { a: [10n] }'],
    ['a getter that throws', 'return { get a() { throw new Error("no") } }'],
    ['more than is copied', 'return "x".repeat(9e6)'],
    ['what nests too deeply', 'let a = []; for (let i = 0; i < 600; i++) a = [a]; return a'],
    ['an envelope of its own', 'Object.prototype.toJSON = () => "x"; return 1'],
    ['an envelope that is no text', 'Object.prototype.toJSON = () => undefined; return 1'],
  ])('%s is refused', async (_name, code) => {
    await expect(resultOf(port, code)).rejects.toMatchObject({ reason: 'lambda_result' })
  })

  test('a forged envelope is data or refused, never a defect', async () => {
    for (const forged of ['{"results":[1', '{"results":[1],"x":2}', '{"failure":{"kind":{}}}', '[1]']) {
      const code = `String.prototype.startsWith = () => true; JSON.stringify = () => ${JSON.stringify(forged)}; return 1`
      expect(await resultOf(port, code)).toBe(1)
    }
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString'])('a key %s is a key and no more', async (key) => {
    const found = await resultOf(port, `return JSON.parse(${JSON.stringify(`{"${key}": {"polluted": true}}`)})`)
    expect(Object.keys(found as object)).toEqual([key])
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('what goes in is a copy too', async () => {
    const given = { list: [1], inner: { a: 1 } }
    const code = '$input.list.push(2); $input.inner.a = 9; $input.__proto__.polluted = 1; return $input'
    expect(await resultOf(port, code, { names: { $input: given } })).toEqual({ list: [1, 2], inner: { a: 9 } })
    expect(given).toEqual({ list: [1], inner: { a: 1 } })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('more than may go in is refused before it is copied', async () => {
    const large = { a: 'x'.repeat(5e6), b: 'x'.repeat(5e6) }
    await expect(resultOf(port, 'return 1', { names: { $input: large } })).rejects.toMatchObject({
      reason: 'lambda_input',
    })
  })
})

test('an engine that was interrupted is given up before it could abort', async () => {
  // An engine keeps what it says it to from when it was loaded.
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const fresh = createInlineSandbox()
  const code = 'const f = () => Promise.resolve().then(f); await f()'
  await expect(resultOf(fresh, code, { timeout: 300 })).rejects.toMatchObject({ name: 'StackError' })
  expect(await resultOf(fresh, 'return 1')).toBe(1)
  expect(said).not.toHaveBeenCalled()
  said.mockRestore()
})

test('code that is too long is not read', async () => {
  await expect(resultOf(port, ' '.repeat(300_000))).rejects.toMatchObject({ reason: 'lambda_syntax' })
})

test('a call leaves nothing behind for the next', async () => {
  await resultOf(
    port,
    `globalThis.leak = 1; Object.prototype.leak = 1; Array.prototype.map = () => 'leak'; JSON.parse = () => 'leak';
     Promise.prototype.then = undefined; setTimeout(() => { globalThis.leak = 2 }, 5); return $env.SECRET`,
    { names: { $env: { SECRET: 'abc' } } },
  )
  const seen = await resultOf(port, `return [typeof leak, ({}).leak ?? null, [1].map((x) => x), typeof $env]`)
  expect(seen).toEqual(['undefined', null, [1], 'undefined'])
})

test('what is written to the console is bounded', async () => {
  const lines: string[] = []
  const code = 'for (let i = 0; i < 1e4; i++) console.log("x".repeat(5000), i); return 1'
  expect(await resultOf(port, code, { show: (line) => lines.push(line) })).toBe(1)
  expect(lines.length).toBeLessThanOrEqual(100)
  expect(lines.join('').length).toBeLessThan(25_000)
})
