import { fakeContext, fakePorts } from '@cairn/testing'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/index.ts'
import { run as getEnv } from '../../src/statements/utility/get-env.ts'
import { run as getInput } from '../../src/statements/utility/get-input.ts'
import { run as geoDistance } from '../../src/statements/utility/geo-distance.ts'
import { run as setHeader } from '../../src/statements/utility/set-header.ts'
import { run as sleep } from '../../src/statements/utility/sleep.ts'

async function answerAfter(lines: readonly (string | [line: string, duplicates: string])[]) {
  const context = fakeContext()
  for (const line of lines) {
    const [value, duplicates] = typeof line === 'string' ? [line, 'replace'] : line
    await setHeader({ value, duplicates }, context)
  }
  return context.request.response
}

describe('util.set_header', () => {
  test.each<[string, (string | [string, string])[], unknown]>([
    ['one header', ['A: b'], { status: null, headers: [['A', 'b']] }],
    ['replaces whatever the case', ['A: b', 'a: c'], { status: null, headers: [['a', 'c']] }],
    [
      'adds',
      ['A: b', ['A: c', 'add']],
      {
        status: null,
        headers: [
          ['A', 'b'],
          ['A', 'c'],
        ],
      },
    ],
    ['replaces all of them', ['A: b', ['A: c', 'add'], 'A: d'], { status: null, headers: [['A', 'd']] }],
    ['an empty value', ['A:'], { status: null, headers: [['A', '']] }],
    [
      'a value with a colon',
      ['Location: https://a.example'],
      { status: null, headers: [['Location', 'https://a.example']] },
    ],
    ['a status', ['HTTP/1.1 404 Not Found'], { status: 404, headers: [] }],
    ['a bare status', ['http/2 302'], { status: 302, headers: [] }],
    [
      'what frames the answer is the server’s',
      ['Content-Length: 1', 'transfer-encoding: chunked'],
      { status: null, headers: [] },
    ],
  ])('%s', async (_, lines, response) => {
    expect(await answerAfter(lines)).toEqual(response)
  })

  test.each([
    'A: b\r\nSet-Cookie: c',
    'A: b\nC: d',
    'A: \0',
    'no colon',
    ': b',
    'A B: c',
    'HTTP/1.1 101 Switching',
    '',
  ])('%j is refused', async (line) => {
    await expect(answerAfter([line])).rejects.toMatchObject({ reason: 'invalid_header' })
  })
})

const body = (text: string) => new TextEncoder().encode(text)

describe('util.get_input', () => {
  test.each<[string, string, Value, Uint8Array | null, Value]>([
    ['what was parsed', 'json', { a: '1' }, body('a=1'), { a: '1' }],
    ['JSON that did not say so', 'json', {}, body('[1]'), [1]],
    ['a body that is no JSON', 'json', {}, body('<a/>'), {}],
    ['no body', 'json', {}, null, {}],
    ['a form', 'x-www-form-urlencoded', { a: '1' }, body('a=1'), { a: '1' }],
    ['the body as text', 'none', { a: 1 }, body('{"a":1}'), '{"a":1}'],
    ['no body as text', 'none', {}, null, ''],
  ])('%s', async (_, encoding, rawInput, rawBody, expected) => {
    expect(await getInput({ encoding }, fakeContext({ rawInput, rawBody }))).toEqual(expected)
  })
})

test('util.get_env gives every variable', async () => {
  const context = fakeContext({}, fakePorts({ env: { KEY: 'a', LIMIT: 3 } }))
  expect(await getEnv({}, context)).toEqual({ KEY: 'a', LIMIT: 3 })
})

test.each<[Value, number]>([
  [2, 2000],
  ['0.25', 250],
  [-1, 0],
])('util.sleep for %j seconds takes %i milliseconds', async (value, milliseconds) => {
  const context = fakeContext()
  const start = context.ports.clock.now()
  await sleep({ value }, context)
  expect(context.ports.clock.now() - start).toBe(milliseconds)
})

test.each([
  [0, 0, 0, 180, 20_015],
  [90, 0, -90, 0, 20_015],
  [51.5, -0.12, 48.86, 2.35, 342],
])('from %d,%d to %d,%d it is %d km', async (latitude_1, longitude_1, latitude_2, longitude_2, expected) => {
  const places = { latitude_1, longitude_1, latitude_2, longitude_2 }
  expect(Math.round(Number(await geoDistance(places, fakeContext())))).toBe(expected)
})
