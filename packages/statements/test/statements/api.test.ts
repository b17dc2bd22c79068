import { fakeContext } from '@cairn/testing'
import { describe, expect, test } from 'vitest'
import { FileResource, type Value } from '../../src/index.ts'
import { definition, run } from '../../src/statements/api/request.ts'
import { formText, fieldsOf } from '../../src/statements/api/message/fields.ts'

const url = 'https://api.example/things'
const defaults = Object.fromEntries(
  Object.entries(definition.args).map(([name, { default: value }]) => [name, value ?? null]),
)

async function send(args: Record<string, Value>, answer: { status?: number; headers?: string[]; body?: unknown } = {}) {
  const context = fakeContext()
  context.ports.http.answer(url, answer)
  const result = await run({ ...defaults, url, ...args }, context)
  const sent = context.ports.http.requests[0]
  return { result: result as { response: Record<string, Value>; request: Record<string, Value> }, sent }
}

describe('params become a body or a query', () => {
  const form = [['Content-Type', 'application/x-www-form-urlencoded']]
  const json = ['Content-Type: application/json']
  test.each<[string, Record<string, Value>, string, unknown, unknown]>([
    ['GET: the query', { method: 'GET', params: { a: 1, b: 'x y' } }, `${url}?a=1&b=x+y`, null, []],
    [
      'GET: behind the one there',
      { url: `${url}?a=1#top`, method: 'GET', params: { b: [2] } },
      `${url}?a=1&b%5B0%5D=2#top`,
      null,
      [],
    ],
    ['GET: nothing', { method: 'GET', params: {} }, url, null, []],
    ['GET: text', { method: 'GET', params: '?a=1' }, `${url}?a=1`, null, []],
    [
      'POST: a form when nothing is said',
      { method: 'POST', params: { a: { b: [true, null] } } },
      url,
      'a%5Bb%5D%5B0%5D=1',
      form,
    ],
    [
      'POST: JSON when it says so',
      { method: 'POST', params: { a: [1] }, headers: json },
      url,
      '{"a":[1]}',
      [['Content-Type', 'application/json']],
    ],
    [
      'POST: empty JSON',
      { method: 'POST', params: {}, headers: json },
      url,
      '{}',
      [['Content-Type', 'application/json']],
    ],
    ['post: in small letters', { method: 'post', params: { a: 1 } }, url, 'a=1', form],
    [
      'PUT: text as it is',
      { method: 'PUT', params: '<a/>', headers: ['Content-Type: text/xml'] },
      url,
      '<a/>',
      [['Content-Type', 'text/xml']],
    ],
    ['DELETE: nothing', { method: 'DELETE', params: null }, url, null, []],
    ['headers that are empty are left out', { method: 'GET', headers: ['', 'A:  b ', null] }, url, null, [['A', 'b']]],
    ['headers may be empty text', { method: 'GET', headers: '' }, url, null, []],
  ])('%s', async (_, args, address, body, headers) => {
    const { sent } = await send({ url: address.split('?')[0] ?? url, ...args })
    expect([sent?.url, sent?.body, sent?.headers]).toEqual([address, body, headers])
  })

  test('a file makes a multipart form, whose names cannot end a header', async () => {
    const file = new FileResource('a"\r\nX: y.png', 'image/png', Uint8Array.from([0xff, 0x00]))
    const { sent } = await send({
      method: 'POST',
      params: { note: 'é', file: file },
      headers: ['content-type: application/json'],
    })
    const [name, type] = sent?.headers[0] ?? ['', '']
    const boundary = type.split('boundary=')[1] ?? ''
    expect([name, sent?.headers.length]).toEqual(['Content-Type', 1])
    expect(Buffer.from(sent?.body as Uint8Array).toString('latin1')).toBe(
      `--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\n\u00C3\u00A9\r\n` +
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a%22%0D%0AX: y.png"\r\n` +
        `Content-Type: image/png\r\n\r\n\u00FF\0\r\n--${boundary}--\r\n`,
    )
  })
})

describe('the answer', () => {
  test.each<[string, { status?: number; headers?: string[]; body?: unknown }, number, Value]>([
    ['JSON', { body: { a: 1 } }, 200, { a: 1 }],
    ['JSON that says it is text', { body: ' [1]', headers: ['content-type: text/plain'] }, 200, [1]],
    ['a JSON scalar', { body: '5', headers: ['Content-Type: application/problem+json; charset=utf-8'] }, 200, 5],
    ['text', { body: '5' }, 200, '5'],
    ['broken JSON', { body: '{a' }, 200, '{a'],
    ['nothing', { status: 204 }, 204, ''],
    ['an error of the other server', { status: 500, body: 'no' }, 500, 'no'],
  ])('%s', async (_, answer, status, expected) => {
    const { result } = await send({ method: 'GET' }, answer)
    expect([result.response['status'], result.response['result']]).toEqual([status, expected])
  })

  test('says what was sent', async () => {
    const { result } = await send({ method: 'GET', params: { q: 1 }, headers: ['A: b'] }, { body: {} })
    expect(result).toEqual({
      request: { url: `${url}?q=1`, method: 'GET', headers: ['A: b'], params: { q: 1 } },
      response: { headers: ['HTTP/1.1 200', 'Content-Type: application/json'], result: {}, status: 200 },
    })
  })
})

describe('a request is refused', () => {
  test.each<[string, Record<string, Value>, string]>([
    ['a header with a line break', { headers: ['A: b\r\nC: secret'] }, 'invalid_header'],
    ['a header without a name', { headers: ['secret'] }, 'invalid_header'],
    ['headers that are no list', { headers: { a: 'b' } }, 'invalid_argument'],
    ['an unknown method', { method: 'TRACE' }, 'invalid_argument'],
    ['a certificate', { private_key: 'secret' }, 'not_available'],
  ])('%s', async (_, args, reason) => {
    const failure = await send({ method: 'GET', ...args }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason })
    expect(String(failure)).not.toContain('secret')
  })
})

test.each<[Value, string]>([
  [{ a: { b: 1, c: [2, { d: 3 }] } }, 'a[b]=1&a[c][0]=2&a[c][1][d]=3'],
  [[1, false], '0=1&1=0'],
  [{ a: null, b: [], c: '' }, 'c='],
  ['text', ''],
])('the fields of %j are %s', (params, fields) => {
  expect(decodeURIComponent(formText(fieldsOf(params)))).toBe(fields)
})
