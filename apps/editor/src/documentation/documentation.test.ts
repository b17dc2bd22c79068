import type { OpenApiDocument } from '@cairn/contract'
import { describe, expect, test } from 'vitest'
import { operationsOf, type Operation } from './operations.ts'
import { curlOf, FieldError, sendRequest, tryRequest } from './try-request.ts'

const id = { name: 'deal_id', in: 'path' as const, required: true, schema: { type: 'integer' } }
const body = (
  properties: Record<string, { type?: string; [key: string]: string | string[] | undefined }>,
  type = 'application/json',
) => ({
  content: {
    [type]: { schema: { type: 'object', properties: JSON.parse(JSON.stringify(properties)), required: ['title'] } },
  },
})
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Deals', description: '' },
  servers: [{ url: 'http://host/api:deals' }],
  paths: {
    '/deal/{deal_id}': {
      patch: {
        summary: 'Edit',
        tags: ['crm'],
        security: [{ token: [] }],
        parameters: [id],
        requestBody: body({
          title: { type: 'string' },
          amount: { type: 'number' },
          open: { type: 'boolean' },
          stage: { type: 'string', enum: ['won', 'lost'] },
          extra: {},
        }),
      },
      get: {
        summary: '',
        tags: [],
        parameters: [
          id,
          {
            name: 'q',
            in: 'query',
            required: false,
            schema: { anyOf: [{ type: 'string', format: 'email' }, { type: 'null' }] },
          },
        ],
      },
    },
    '/a': {
      post: {
        summary: '',
        tags: [],
        parameters: [],
        requestBody: body({ title: { type: 'string', format: 'binary' } }, 'multipart/form-data'),
      },
    },
  },
}
const operations = operationsOf(document)
const [upload, get, patch] = operations as [Operation, Operation, Operation]
const base = 'http://host/api:deals'

test('endpoints stand by path and verb, with their inputs', () => {
  expect(operations.map((one) => one.id)).toEqual(['POST /a', 'GET /deal/{deal_id}', 'PATCH /deal/{deal_id}'])
  expect(patch.fields.map(({ name, place, kind, required }) => [name, place, kind, required])).toEqual([
    ['deal_id', 'path', 'number', true],
    ['title', 'body', 'text', true],
    ['amount', 'body', 'number', false],
    ['open', 'body', 'flag', false],
    ['stage', 'body', 'choice', false],
    ['extra', 'body', 'json', false],
  ])
  expect([patch.secured, get.secured]).toEqual([true, false])
  expect(get.fields[1]).toMatchObject({ kind: 'text', type: 'string (email)', required: false })
  expect([upload.multipart, upload.fields[0]?.kind]).toEqual([true, 'file'])
})

describe('a request', () => {
  test('has each value at its place and of its type', () => {
    const values = { deal_id: 'a/b', title: '12', amount: '1.5', open: 'true', extra: '{"a": [1]}', stage: '' }
    expect(tryRequest(patch, base, values, 'token')).toEqual({
      method: 'PATCH',
      url: 'http://host/api:deals/deal/a%2Fb',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      body: { json: JSON.stringify({ title: '12', amount: 1.5, open: true, extra: { a: [1] } }, null, 2) },
    })
  })

  test('without a body has its values in the URL', () => {
    const request = tryRequest(get, base, { deal_id: '$&', q: 'a&b=c' }, '')
    expect(request).toEqual({ method: 'GET', url: `${base}/deal/%24%26?q=a%26b%3Dc`, headers: {}, body: null })
  })

  test.each([
    [{}, 'deal_id stands in the path. Fill it in.'],
    [{ deal_id: '1', extra: '{' }, 'extra is no JSON. Text stands in double quotes: "like this".'],
  ])('is not made of %j', (values, message) => {
    expect(() => tryRequest(patch, base, values, '')).toThrow(new FieldError(message))
  })

  test('is sent without cookies, and its answer laid out', async () => {
    const sent: (RequestInit | undefined)[] = []
    const send: typeof fetch = async (_url, init) => {
      sent.push(init)
      return new Response('{"a":1}', { status: 201, headers: { 'content-type': 'application/json' } })
    }
    const file = new File(['x'], 'x.png')
    const answer = await sendRequest(tryRequest(upload, base, { title: file }, ''), send)
    expect(answer).toMatchObject({ status: 201, body: '{\n  "a": 1\n}' })
    expect(sent[0]).toMatchObject({ method: 'POST', credentials: 'omit' })
    expect(sent[0]?.body).toBeInstanceOf(FormData)
  })
})

test('curl gets every value in quotes that it can not end', () => {
  const request = tryRequest(patch, base, { deal_id: "1'; rm -rf $HOME", title: "it's `x` $(y)" }, 't')
  expect(curlOf(request)).toBe(
    [
      String.raw`curl -X PATCH 'http://host/api:deals/deal/1'\''%3B%20rm%20-rf%20%24HOME' \
  -H 'authorization: Bearer t' \
  -H 'content-type: application/json' \
  --data-raw '{`,
      String.raw`  "title": "it'\''s ${'`x`'} $(y)"`,
      `}'`,
    ].join('\n'),
  )
  const file = tryRequest(upload, base, { title: new File([''], "a'b.png") }, '')
  expect(curlOf(file)).toContain(String.raw`-F 'title=@a'\''b.png'`)
})
