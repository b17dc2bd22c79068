import { StackError, errorTypes, type ErrorType, type Value } from '@cairn/statements'
import { describe, expect, test, vi } from 'vitest'
import { anyOrigin, serveStacks, type Endpoints } from './serve-stacks.ts'

const echo: Endpoints = {
  'GET echo': (input) => input,
  'POST echo': (input) => input,
  'GET deals/{deal_id}': (input) => input,
  'GET deals/board': () => 'the board',
  'GET me': { table: 'user', run: (_, { auth }) => auth?.id ?? null },
  'GET off': { active: false, run: () => 1 },
  'GET who': (_, { auth, request }) => ({ auth: auth === null, token: request.authToken }),
  'GET where': (_, { request }) => [request.branch, request.datasource],
}

test.each([
  ['in the URL', '/api:main:dev/where', {}, 200, 'dev'],
  ['in the header', '/api:main/where', { 'x-branch': 'dev' }, 200, 'dev'],
  ['in both', '/api:main:v1/where', { 'x-branch': 'dev' }, 200, 'v1'],
  ['that is not there', '/api:main:gone/where', {}, 404, 'This workspace has no branch of that name.'],
  ['that is not there, in the header', '/api:main/where', { 'x-branch': 'gone' }, 404, 'This workspace has no branch'],
  ['without a name', '/api:main:/where', {}, 404, 'This workspace has no branch of that name.'],
  ['that lacks the group', '/api:main:empty/where', {}, 404, 'Unable to locate request.'],
])('a branch %s', async (_, path, headers, status, said) => {
  const { url } = await serveStacks(echo)
  const response = await fetch(url + path, { headers: headers as Record<string, string> })
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(said)])
})

test.each([
  ['/api:main/echo?a=1&l[]=2', { a: '1', l: ['2'] }],
  ['/api:main/deals/7', { deal_id: '7' }],
  ['/api:main/deals/7?deal_id=8', { deal_id: '7' }],
  ['/api:main/deals/board', 'the board'],
  ['/api:main:v1/where', ['v1', 'live']],
  ['/api:main/where?x-data-source=test', ['v1', 'test']],
])('GET %s', async (path, body) => {
  const { url } = await serveStacks(echo)
  const response = await fetch(url + path)
  expect([response.status, await response.json()]).toEqual([200, body])
})

const form = new FormData()
form.set('a', '1')
test.each([
  ['JSON', '{"a":1}', 'application/json', { a: 1 }],
  ['JSON with a charset', '{"a":1}', 'application/json; charset=utf-8', { a: 1 }],
  ['a form', 'a=1&b[]=2', 'application/x-www-form-urlencoded', { a: '1', b: ['2'] }],
  ['plain text', 'a=1', 'text/plain', {}],
  ['a JSON list', '[1]', 'application/json', {}],
])('POST of %s', async (_, body, type, fields) => {
  const { url } = await serveStacks(echo)
  const response = await fetch(`${url}/api:main/echo`, { method: 'POST', body, headers: { 'content-type': type } })
  expect(await response.json()).toEqual(fields)
})

test('POST of multipart, over the query string', async () => {
  const { url } = await serveStacks(echo)
  const response = await fetch(`${url}/api:main/echo?a=0&q=2`, { method: 'POST', body: form })
  expect(await response.json()).toEqual({ a: '1', q: '2' })
})

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('authentication', () => {
  const only = { 'x-xano-authorization-only': 'true' }
  test.each([
    ['me', {}, 401, 'Unauthorized - Authentication Required'],
    ['me', bearer('foreign'), 401, 'Invalid token'],
    ['me', bearer('old'), 401, 'This token is expired.'],
    ['me', bearer('admin.live'), 401, 'Invalid token'],
    ['me', bearer('user.test'), 401, 'This token belongs to a different datasource.'],
    ['me', bearer('user.live'), 200, 7],
    ['me', { ...bearer('foreign'), ...only }, 401, 'Unauthorized - Authentication Required'],
    ['me', { ...bearer('foreign'), ...only, 'x-xano-authorization': 'Bearer user.live' }, 200, 7],
    ['me', { ...bearer('user.test'), 'x-data-source': 'test' }, 200, 7],
    ['who', {}, 200, { auth: true, token: null }],
    ['who', bearer('foreign'), 401, 'Invalid token'],
    ['who', bearer('user.live'), 200, { auth: true, token: 'user.live' }],
    ['who', { ...bearer('foreign'), ...only }, 200, { auth: true, token: null }],
  ])('GET %s with %o answers %i', async (path, headers: Record<string, string>, status, body) => {
    const { url } = await serveStacks(echo)
    const response = await fetch(`${url}/api:main/${path}`, { headers })
    const json = (await response.json()) as { code: string; message: string }
    const expected = status === 401 ? { code: 'ERROR_CODE_UNAUTHORIZED', message: body, payload: '' } : body
    expect([response.status, json]).toEqual([status, expected])
  })
})

describe('errors', () => {
  test.each(Object.keys(errorTypes) as ErrorType[])('a stack that fails with %s', async (type) => {
    const fail = () => {
      throw new StackError(type, 'why', 'No.', { payload: { a: 1 } })
    }
    const { url } = await serveStacks({ 'GET fail': fail })
    const response = await fetch(`${url}/api:main/fail`)
    const { status, code } = errorTypes[type]
    expect([response.status, await response.json()]).toEqual([status, { code, message: 'No.', payload: { a: 1 } }])
  })

  test('a defect is reported and kept from the client', async () => {
    const { url, reports } = await serveStacks({ 'GET fail': () => Promise.reject(new TypeError('secret detail')) })
    const response = await fetch(`${url}/api:main/fail`)
    const text = await response.text()
    expect([response.status, JSON.parse(text).code]).toEqual([500, 'ERROR_FATAL'])
    expect(text).not.toContain('secret')
    expect(reports).toHaveLength(1)
  })

  test.each([
    ['GET', '/api:main/nothing'],
    ['DELETE', '/api:main/echo'],
    ['PROPFIND', '/api:main/echo'],
    ['GET', '/api:main/off'],
    ['GET', '/api:other/echo'],
    ['GET', '/api:main'],
    ['OPTIONS', '/api:main/nothing'],
  ])('%s %s is unknown', async (method, path) => {
    const { url, runs } = await serveStacks(echo)
    const response = await fetch(url + path, { method })
    const body = { code: 'ERROR_CODE_NOT_FOUND', message: 'Unable to locate request.', payload: '' }
    expect([response.status, await response.json(), runs]).toEqual([404, body, []])
  })

  test('a group that was switched off is unknown', async () => {
    const { url } = await serveStacks(echo, { groupActive: false })
    expect((await fetch(`${url}/api:main/echo`)).status).toBe(404)
  })

  test.each([
    ['malformed JSON', '{', 'application/json', 'Unable to decode input'],
    ['10,000-deep JSON', '['.repeat(10_000) + ']'.repeat(10_000), 'application/json', 'more than 512 deep'],
    ['a broken form', 'a=%ff', 'application/x-www-form-urlencoded', 'Unable to decode input'],
    ['multipart without a boundary', 'x', 'multipart/form-data', 'Unable to decode input'],
  ])('%s', async (_, body, type, message) => {
    const { url, runs } = await serveStacks(echo)
    const response = await fetch(`${url}/api:main/echo`, { method: 'POST', body, headers: { 'content-type': type } })
    expect([response.status, runs]).toEqual([400, []])
    expect(await response.json()).toMatchObject({
      code: 'ERROR_CODE_BAD_REQUEST',
      message: expect.stringContaining(message),
    })
  })

  test('an unknown datasource', async () => {
    const { url } = await serveStacks(echo)
    expect((await fetch(`${url}/api:main/where`, { headers: { 'x-data-source': 'nope' } })).status).toBe(400)
  })
})

describe('answers', () => {
  const long = 'cairn '.repeat(1000)
  const stacks: Endpoints = {
    'GET long': () => long,
    'GET html': (_, { request }) => {
      request.response.status = 201
      request.response.headers.push(['Content-Type', 'text/html'], ['X-Content-Type-Options', 'mine'])
      return '<p>'
    },
    'GET split': (_, { request }) => {
      request.response.headers.push(['X-A', 'a\r\nSet-Cookie: b'])
      return 1
    },
    'GET empty': (_, { request }) => {
      request.response.status = 204
      return null
    },
    'GET deep': () => {
      let value: Value = null
      for (let i = 0; i < 100_000; i++) value = [value]
      return value
    },
  }

  test('a long one is compressed for who accepts it', async () => {
    const { raw } = await serveStacks(stacks)
    const head = 'GET /api:main/long HTTP/1.1\r\nHost: a\r\nConnection: close\r\n'
    expect(await raw(`${head}Accept-Encoding: br\r\n\r\n`)).toMatch(/Vary: Accept-Encoding[^]*Content-Encoding: br/)
    expect(await raw(`${head}\r\n`)).not.toContain('Content-Encoding')
  })

  test('HEAD has the headers of GET and no body', async () => {
    const { url } = await serveStacks(stacks)
    const response = await fetch(`${url}/api:main/html`, { method: 'HEAD' })
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([201, '3', ''])
  })

  test('the stack chooses status, type and headers', async () => {
    const { url } = await serveStacks(stacks)
    const response = await fetch(`${url}/api:main/html`)
    expect([response.status, await response.text()]).toEqual([201, '<p>'])
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(response.headers.get('x-content-type-options')).toBe('mine')
    expect((await fetch(`${url}/api:main/empty`)).status).toBe(204)
  })

  test('a header that would split the answer is an error', async () => {
    const { url } = await serveStacks(stacks)
    const response = await fetch(`${url}/api:main/split`)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([500, null])
  })

  test('a result too deep to send is a clear error', async () => {
    const { url } = await serveStacks(stacks)
    const response = await fetch(`${url}/api:main/deep`)
    expect(await response.json()).toMatchObject({
      code: 'ERROR_FATAL',
      message: expect.stringContaining('nested too deep'),
    })
  })

  test('every answer has a request id and says not to sniff', async () => {
    const { url } = await serveStacks(echo)
    const given = await fetch(`${url}/api:main/nothing`, { headers: { 'x-request-id': 'from-proxy-1' } })
    expect(given.headers.get('x-request-id')).toBe('from-proxy-1')
    expect(given.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('CORS headers go with errors too, and OPTIONS answers for the path', async () => {
    const { url } = await serveStacks(echo)
    expect((await fetch(`${url}/api:main/nothing`)).headers.get('access-control-allow-origin')).toBe('*')
    const options = await fetch(`${url}/api:main/echo`, { method: 'OPTIONS', headers: { origin: 'https://a.test' } })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, OPTIONS'])
    const { url: closed } = await serveStacks(echo, { cors: { ...anyOrigin, mode: 'disabled' } })
    expect((await fetch(`${closed}/api:main/echo`)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('a client that hangs up aborts the signal of its stack', async () => {
  let aborted = false
  const wait: Endpoints['GET wait'] = (_, { signal }) =>
    new Promise<Value>((resolve) => {
      signal.addEventListener('abort', () => {
        aborted = true
        resolve(null)
      })
    })
  const { url } = await serveStacks({ 'GET wait': wait })
  await expect(fetch(`${url}/api:main/wait`, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
  await vi.waitFor(() => expect(aborted).toBe(true))
})

test('work left for after the answer runs in order, past one that fails', async () => {
  const done: number[] = []
  const later: Endpoints = {
    'GET later': (_, { request }) => {
      request.after.push(async () => void done.push(1))
      request.after.push(async () => Promise.reject(new Error('no')))
      request.after.push(async () => void done.push(3))
      return done.length
    },
  }
  const { url, reports } = await serveStacks(later)
  expect(await (await fetch(`${url}/api:main/later`)).json()).toBe(0)
  await vi.waitFor(() => expect(done).toEqual([1, 3]))
  expect(reports).toEqual([new Error('no')])
})
