import { expect, test } from 'vitest'
import { endpoint, middleware, serveWorkspace, table, type EndpointParts } from './serve-workspace.ts'

/** Answers how often its stack ran. */
const counted = (
  path: string,
  cache: string,
  { stack = '', response = '$n', more = '', ...parts }: EndpointParts = {},
) =>
  endpoint(path, {
    stack: `redis.incr {\n key = "${path}"\n by = 1\n } as $n\n ${stack}`,
    response,
    more: `cache = {ttl: 60${cache === '' ? '' : `, ${cache}`}}\n${more}`,
    ...parts,
  })

test('an answer is kept for its input, and other parts of a request tell answers apart where the settings name them', async () => {
  const served = await serveWorkspace(
    counted('plain', '', { input: 'text a?\n json b?', response: '[$n, $input.a]' }),
    counted('inputless', 'input: false', { input: 'text a?', response: '[$n, $input.a]' }),
    counted('header', 'headers: ["X-Lang"]'),
    counted('env', 'env: ["$datasource"], datasource: false'),
    counted('datasource', ''),
    counted('any_datasource', 'datasource: false'),
    counted('post', '', { verb: 'POST', input: 'json a?' }),
    endpoint('off', {
      stack: 'redis.incr {\n key = "off"\n by = 1\n } as $n',
      response: '$n',
      more: 'cache = {ttl: 0}',
    }),
  )
  const rows: [string, Record<string, string>, unknown][] = [
    ['plain?a=x', {}, [1, 'x']],
    ['plain?a=x', {}, [1, 'x']],
    // What the endpoint does not take changes nothing.
    ['plain?a=x&other=1', {}, [1, 'x']],
    ['plain?a=y', {}, [2, 'y']],
    ['inputless?a=x', {}, [1, 'x']],
    ['inputless?a=y', {}, [1, 'x']],
    ['header', { 'x-lang': 'de' }, 1],
    ['header', { 'x-lang': 'en' }, 2],
    ['header', { 'x-lang': 'de', 'x-other': '1' }, 1],
    ['env', {}, 1],
    ['env', { 'x-data-source': 'test' }, 2],
    ['datasource', {}, 1],
    ['datasource', { 'x-data-source': 'test' }, 2],
    ['any_datasource', {}, 1],
    ['any_datasource', { 'x-data-source': 'test' }, 1],
    ['off', {}, 1],
    ['off', {}, 2],
  ]
  for (const [path, headers, body] of rows) {
    expect([path, headers, (await served.call(path, { headers })).body]).toEqual([path, headers, body])
  }
  const post = async (a: unknown) => (await served.call('post', { method: 'POST', body: { a } })).body
  expect([await post({ x: 1 }), await post({ x: 2 }), await post({ x: 1 })]).toEqual([1, 2, 1])
})

test('no answer goes from one user to another, unless the endpoint says that all may share it', async () => {
  const mine = { response: '[$n, $auth.id]', more: 'auth = "user"' }
  const served = await serveWorkspace(
    table('user', 'text name', 'auth = true'),
    counted('mine', '', mine),
    counted('shared', 'auth: false', mine),
    endpoint('login', {
      input: 'int id\n text role?',
      stack: `security.create_auth_token {
        table = "user"
        id = $input.id
        extras = {role: $input.role}
        expiration = 600
      } as $token`,
      response: '$token',
    }),
  )
  const bearer = async (id: number, role = '') => {
    const { body } = await served.call(`login?id=${id}&role=${role}`)
    return { authorization: `Bearer ${String(body)}` }
  }
  const [ada, bob, admin] = [await bearer(1), await bearer(2), await bearer(1, 'admin')]
  const ask = async (path: string, headers: Record<string, string>) => (await served.call(path, { headers })).body
  expect(await ask('mine', ada)).toEqual([1, 1])
  expect(await ask('mine', bob)).toEqual([2, 2])
  expect(await ask('mine', admin)).toEqual([3, 1])
  expect(await ask('mine', ada)).toEqual([1, 1])
  expect(await ask('shared', ada)).toEqual([1, 1])
  expect(await ask('shared', bob)).toEqual([1, 1])
  // A kept answer opens nothing.
  expect((await served.call('mine')).status).toBe(401)
})

test('status and headers are kept with it; an error and a cookie are not', async () => {
  const header = (value: string) => `util.set_header {\n value = "${value}"\n duplicates = "replace"\n }`
  const served = await serveWorkspace(
    counted('headers', '', { stack: `${header('X-Made: here')}\n ${header('HTTP/1.1 202 Accepted')}` }),
    counted('cookie', '', { stack: header('Set-Cookie: session=1') }),
    counted('error', '', { stack: 'precondition ($n > 1) {\n error = "first"\n }' }),
  )
  for (const time of [1, 2]) {
    const answer = await served.call('headers')
    expect([time, answer.status, answer.body, answer.headers.get('x-made')]).toEqual([time, 202, 1, 'here'])
  }
  expect([(await served.call('cookie')).body, (await served.call('cookie')).body]).toEqual([1, 2])
  expect([(await served.call('error')).status, (await served.call('error')).body]).toEqual([500, 2])
})

test('middleware before it runs each time, middleware after it only when the stack does', async () => {
  const served = await serveWorkspace(
    middleware(
      'guard',
      'precondition ($input.vars.word == "open") {\n error_type = "accessdenied"\n error = "No"\n }',
      'null',
    ),
    middleware('stamp', 'redis.incr {\n key = "stamps"\n by = 1\n } as $n', '{stamp: $n}'),
    counted('around', '', {
      response: '{n: $n}',
      more: 'middleware = {pre: [{name: "guard"}], post: [{name: "stamp"}]}',
    }),
  )
  expect((await served.call('around?word=open')).body).toEqual({ n: 1, stamp: 1 })
  expect((await served.call('around?word=open')).body).toEqual({ n: 1, stamp: 1 })
  expect((await served.call('around')).status).toBe(403)
})

test('stacks neither see nor set what is kept, a function keeps its own, and a publish forgets all of it', async () => {
  const texts = (answer: string) => [
    counted('kept', ''),
    endpoint('keys', { stack: 'redis.keys {\n search = "*"\n } as $keys', response: '$keys' }),
    endpoint('calls', {
      stack: 'function.run f {\n input = {a: 1}\n } as $x\n function.run f {\n input = {a: 1}\n } as $y',
      response: '[$x, $y]',
    }),
    `function f {
      input {\n int a\n }
      stack {\n redis.incr {\n key = "f"\n by = 1\n } as $n\n }
      response = $n
      cache = {ttl: 60}
    }`,
    endpoint('version', { response: answer }),
  ]
  const served = await serveWorkspace(...texts('1'))
  expect([(await served.call('kept')).body, (await served.call('kept')).body]).toEqual([1, 1])
  expect((await served.call('calls')).body).toEqual([1, 1])
  expect((await served.call('keys')).body).toEqual(['f', 'kept'])
  await served.publish(texts('2'))
  await expect.poll(async () => (await served.call('version')).body).toBe(2)
  expect((await served.call('kept')).body).toBe(2)
})
