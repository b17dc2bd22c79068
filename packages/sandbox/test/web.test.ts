/** Globals of browsers that lambdas use. */
import { describe, expect, test } from 'vitest'
import type { Value } from '@cairn/statements'
import { createInlineSandbox } from '../src/index.ts'
import { hostCall } from '../src/web/host-call.ts'
import { resultOf } from './run-lambda.ts'

const port = createInlineSandbox()

describe('what the code computes is what Node.js computes', () => {
  test.each<[string, Value]>([
    [
      'const u = new URL("https://a:b@Exämple.com:8443/x/../y?q=1&q=2#h"); return [u.href, u.origin, u.host, u.hostname, u.port, u.pathname, u.search, u.hash, u.username, u.password, u.protocol]',
      [
        'https://a:b@xn--exmple-cua.com:8443/y?q=1&q=2#h',
        'https://xn--exmple-cua.com:8443',
        'xn--exmple-cua.com:8443',
        'xn--exmple-cua.com',
        '8443',
        '/y',
        '?q=1&q=2',
        '#h',
        'a',
        'b',
        'https:',
      ],
    ],
    ['return new URL("../c?d", "https://x.test/a/b").href', 'https://x.test/c?d'],
    [
      'const u = new URL("https://x.test"); u.pathname = "/a b"; u.search = "q=ä"; u.hash = "z"; return String(u)',
      'https://x.test/a%20b?q=%C3%A4#z',
    ],
    [
      'const u = new URL("https://x.test?a=1"); u.searchParams.append("b", "x y"); u.searchParams.delete("a"); return u.href',
      'https://x.test/?b=x+y',
    ],
    ['const u = new URL("https://x.test?a=1"); u.search = "?c=3"; return u.searchParams.get("c")', '3'],
    ['return JSON.stringify({u: new URL("https://x.test")})', '{"u":"https://x.test/"}'],
    ['return [URL.canParse("x"), URL.canParse("x", "https://a.test"), URL.parse("::")]', [false, true, null]],
    ['const p = new URLSearchParams({a: 1, b: "x&y"}); p.append("a", 2); return p.toString()', 'a=1&b=x%26y&a=2'],
    [
      'const p = new URLSearchParams("?a=1&b=2&a=3"); p.set("a", 9); p.sort(); return [[...p], p.getAll("a"), p.has("b", "2"), p.get("z"), p.size]',
      [
        [
          ['a', '9'],
          ['b', '2'],
        ],
        ['9'],
        true,
        null,
        2,
      ],
    ],
    ['return [...new URLSearchParams([["a", "1"], ["a", "2"]]).values()]', ['1', '2']],
    ['const out = []; new URLSearchParams("a=1&b=2").forEach((v, k) => out.push(k + v)); return out', ['a1', 'b2']],
    ['return Object.fromEntries(new URLSearchParams("a=1&b=%C3%A4+x"))', { a: '1', b: 'ä x' }],
    [
      'return [btoa("hello"), atob("aGVsbG8="), btoa("\\u00ff\\u0000"), atob("/wA=").charCodeAt(0)]',
      ['aGVsbG8=', 'hello', '/wA=', 255],
    ],
    ['return [...new TextEncoder().encode("aé😀")]', [97, 195, 169, 240, 159, 152, 128]],
    ['return new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 97, 195, 169, 255]))', 'aé\ufffd'],
    ['return new TextDecoder("utf-16le").decode(new Uint8Array([0xac, 0x20]).buffer)', '€'],
    [
      'const a = {d: new Date(5), m: new Map([[1, {x: 2}]]), s: new Set([3])}; a.self = a; const b = structuredClone(a); return [b !== a, b.self === b, b.d.getTime(), b.m.get(1).x, [...b.s]]',
      [true, true, 5, 2, [3]],
    ],
    [
      'const bytes = crypto.getRandomValues(new Uint8Array(64)); return [bytes.length, bytes.some((b) => b !== 0)]',
      [64, true],
    ],
    ['const words = crypto.getRandomValues(new Uint32Array(8)); return new Set(words).size > 1', true],
    ['return new Set([crypto.randomUUID(), crypto.randomUUID()]).size', 2],
    ['return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())', true],
  ])('%s', async (code, expected) => {
    expect(await resultOf(port, code)).toEqual(expected)
  })

  test.each([
    ['new URL("x")', /TypeError: Invalid URL/],
    ['atob("*")', /Invalid character/],
    ['btoa("é😀")', /Invalid character/],
    ['new TextDecoder("none")', /RangeError/],
    ['new TextDecoder("utf-8", {fatal: true}).decode(new Uint8Array([255]))', /TypeError/],
    ['structuredClone(() => 1)', /DataCloneError/],
    ['crypto.getRandomValues(new Uint8Array(65537))', /QuotaExceededError/],
    ['crypto.getRandomValues(new Float64Array(1))', /TypeMismatchError/],
  ])('%s fails', async (code, message) => {
    await expect(resultOf(port, `return ${code}`)).rejects.toMatchObject({ message: expect.stringMatching(message) })
  })
})

describe('they open no way out', () => {
  test.each([
    ['new URL("https://x.test").constructor.constructor', ''],
    ['crypto.randomUUID.constructor', ''],
    ['crypto.getRandomValues.constructor', ''],
    ['atob.constructor', ''],
    ['Object.getOwnPropertyDescriptor(URL.prototype, "href").get.constructor', ''],
  ])('through %s', async (path) => {
    expect(await resultOf(port, `return ${path}("return typeof process + typeof require + typeof host")()`)).toBe(
      'undefinedundefinedundefined',
    )
  })

  test('code that changes the language gets texts at most', async () => {
    const code = `const seen = [];
      const before = Array.prototype[Symbol.iterator];
      for (const name of ['slice', 'charCodeAt']) {
        const own = String.prototype[name];
        String.prototype[name] = function (...args) { seen.push(typeof this, ...args.map((arg) => typeof arg)); return own.apply(this, args); };
      }
      JSON.stringify = new Proxy(JSON.stringify, { apply(target, self, args) { seen.push(...args.map((arg) => typeof arg)); return Reflect.apply(target, self, args) } });
      const url = new URL('https://x.test/a'); url.pathname = 'b'; atob('aGk='); crypto.randomUUID(); new TextEncoder().encode('x');
      return seen.filter((kind) => kind === 'function')`
    expect(await resultOf(port, code)).toEqual([])
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])('the host has no call named %j', (name) => {
    expect(hostCall(name, 'x')).toBe('!unknown')
  })

  test.each(['url', 'url-set', 'read-query', 'write-query', 'decode', 'random'])('%s answers any text', (name) => {
    for (const text of ['', 'x', '[]', '{}', 'null', '[1]', '["https://x.test","__proto__","x"]', '-1', '1e9']) {
      const json = JSON.stringify(text)
      expect(hostCall(name, json)).toMatch(/^[=!]/s)
      expect(hostCall(name, json).length).toBeLessThan(500_000)
    }
  })

  test('many large texts are stopped by memory or time', async () => {
    const code = 'let s = "x".repeat(1e6); for (;;) s += btoa(s)'
    await expect(resultOf(port, code, { timeout: 3000 })).rejects.toMatchObject({
      reason: expect.stringMatching(/^lambda_(memory|timeout|error)$/),
    })
  })
})
