import { describe, expect, test } from 'vitest'
import { endpoint, middleware, serveWorkspace } from './serve-workspace.ts'

const echo = (path: string, more = '') =>
  endpoint(path, { input: 'text name?\n int age?', response: '{name: $input.name, age: $input.age}', more })

/** Lets nobody in without the word. */
const guard = middleware(
  'guard',
  `precondition ($input.vars.word == "open") {
      error_type = "accessdenied"
      error = "No way"
      payload = "said by guard"
    }`,
  'null',
)
const failing = (policy: string) =>
  middleware(
    policy,
    'throw {\n name = "E_BAD"\n value = "it broke"\n }',
    '{name: "never"}',
    `exception_policy = "${policy}"`,
  )

describe('middleware around endpoints', () => {
  test('what it answers is merged into, or replaces, the input and the response', async () => {
    const served = await serveWorkspace(
      middleware('fill', '', '{age: "41"}'),
      middleware('swap', '', '{name: "other"}', 'response_strategy = "replace"'),
      middleware('stamp', '', '{stamped: $input.type}'),
      middleware('wrap', '', '{payload: $input.vars}', 'response_strategy = "replace"'),
      echo('merge', 'middleware = {pre: [{name: "fill"}]}'),
      echo('replace', 'middleware = {pre: [{name: "fill"}, {name: "swap"}]}'),
      echo('after', 'middleware = {post: [{name: "stamp"}, {name: "wrap"}]}'),
      endpoint('list', { response: '[1, 2]', more: 'middleware = {post: [{name: "stamp"}]}' }),
      endpoint('off', { response: '{}', more: 'middleware = {post: [{name: "stamp", active: false}]}' }),
    )
    const rows = [
      // What middleware adds is held to the rules of inputs like the rest: "41" becomes a number.
      ['merge?name=Ada', { name: 'Ada', age: 41 }],
      ['replace?name=Ada', { name: 'other', age: null }],
      ['after?name=Ada', { payload: { name: 'Ada', age: null, stamped: 'post' } }],
      ['list', [1, 2]],
      ['off', {}],
    ] as const
    for (const [path, body] of rows) {
      const answer = await served.call(path)
      expect([path, answer.status, answer.body]).toEqual([path, 200, body])
    }
  })

  test('it runs before the rules of inputs, and its error is the answer', async () => {
    const served = await serveWorkspace(
      guard,
      endpoint('in', { input: 'int must', response: '$input.must', more: 'middleware = {pre: [{name: "guard"}]}' }),
    )
    const denied = { code: 'ERROR_CODE_ACCESS_DENIED', message: 'No way', payload: 'said by guard' }
    expect(await served.call('in')).toMatchObject({ status: 403, body: denied })
    expect(await served.call('in?word=open')).toMatchObject({ status: 400 })
    expect(await served.call('in?word=open&must=3')).toMatchObject({ status: 200, body: 3 })
  })

  test('one that fails is ignored, passed on, or cannot be caught', async () => {
    const policies = ['silent', 'rethrow', 'critical']
    const inner = (name: string) =>
      `function f_${name} {\n input {\n }\n stack {\n }\n response = "inner"\n middleware = {pre: [{name: "${name}"}]}\n}`
    const caught = (name: string) =>
      endpoint(`caught_${name}`, {
        stack: `try_catch {
          try {
            function.run f_${name} as $x
          }
          catch {
            var $x {
              value = "caught: " ~ $error.message
            }
          }
        }`,
        response: '$x',
      })
    const served = await serveWorkspace(
      ...policies.map(failing),
      ...policies.map(inner),
      ...policies.map(caught),
      ...policies.flatMap((name) => [
        echo(`pre_${name}`, `middleware = {pre: [{name: "${name}"}]}`),
        echo(`post_${name}`, `middleware = {post: [{name: "${name}"}]}`),
      ]),
    )
    const ada = { name: 'Ada', age: null }
    const broken = { code: 'E_BAD', message: 'it broke' }
    const rows = [
      ['pre_silent?name=Ada', 200, ada],
      ['post_silent?name=Ada', 200, ada],
      ['pre_rethrow?name=Ada', 500, broken],
      ['post_rethrow?name=Ada', 500, broken],
      ['pre_critical?name=Ada', 500, broken],
      ['post_critical?name=Ada', 500, broken],
    ] as const
    for (const [path, status, body] of rows) expect(await served.call(path)).toMatchObject({ status, body })
    expect(await served.call('caught_silent')).toMatchObject({ status: 200, body: 'inner' })
    expect(await served.call('caught_rethrow')).toMatchObject({ status: 200, body: 'caught: it broke' })
    expect(await served.call('caught_critical')).toMatchObject({ status: 500, body: broken })
  })

  test('lists are inherited from the branch to the group to the endpoint, each for itself', async () => {
    const say = (name: string) => middleware(name, '', `{${name}: true}`)
    const inGroup = (path: string, group: string, more = '') =>
      endpoint(path, { response: '{}', more }).replace('"main"', `"${group}"`)
    const served = await serveWorkspace(
      ...['branch', 'group', 'own'].map((level) => say(`by_${level}`)),
      `branch v1 {
        color = "#fff"
        middleware = {query: {pre: [], post: [{name: "by_branch"}]}, function: {post: ["by_own"]}}
      }`,
      `api_group other {\n canonical = "other"\n middleware = {post: [{name: "by_group"}]}\n}`,
      endpoint('branch', { response: '{}' }),
      endpoint('own', { response: '{}', more: 'middleware = {post: [{name: "by_own"}]}' }),
      endpoint('none', { response: '{}', more: 'middleware = {post: []}' }),
      endpoint('function', { stack: 'function.run f as $x', response: '$x', more: 'middleware = {post: []}' }),
      'function f {\n input {\n }\n stack {\n }\n response = {f: 1}\n}',
      inGroup('group', 'other'),
      inGroup('pre', 'other', 'middleware = {pre: []}'),
    )
    expect((await served.call('branch')).body).toEqual({ by_branch: true })
    expect((await served.call('own')).body).toEqual({ by_own: true })
    expect((await served.call('none')).body).toEqual({})
    expect((await served.call('function')).body).toEqual({ f: 1, by_own: true })
    expect((await served.call('../api:other/group')).body).toEqual({ by_group: true })
    expect((await served.call('../api:other/pre')).body).toEqual({ by_group: true })
  })

  test('a middleware that is not there stops the request, and no catch lets it through', async () => {
    const served = await serveWorkspace(
      endpoint('open', { response: '"secret"', more: 'middleware = {pre: [{name: "gone"}]}' }),
    )
    const answer = await served.call('open')
    expect(answer).toMatchObject({ status: 500, body: { message: 'There is no middleware "gone".' } })
  })

  test('raw input is as it was sent or as middleware left it', async () => {
    const raw = (path: string, exclude: boolean) =>
      endpoint(path, {
        stack: `util.get_raw_input {\n encoding = "json"\n exclude_middleware = ${exclude}\n } as $x`,
        response: '$x',
        more: 'middleware = {pre: [{name: "fill"}]}',
      })
    const served = await serveWorkspace(middleware('fill', '', '{age: 1}'), raw('with', false), raw('without', true))
    expect((await served.call('with?a=1')).body).toEqual({ a: '1', age: 1 })
    expect((await served.call('without?a=1')).body).toEqual({ a: '1' })
  })
})
