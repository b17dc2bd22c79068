import type { EditorClient, Trace } from '@cairn/contract'
import { fiftyMegabytes, manyRounds } from '@cairn/testing/large-stacks'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

type Ask = Parameters<EditorClient['runStack']>[0]
type Answer = Awaited<ReturnType<EditorClient['runStack']>>

const { server, owner } = await ownedServer()
let workspace: number
let object: number
let user: number

const fn = (stack: string, response = '$x') =>
  `function "f" {\n  input {\n    int n?\n  }\n\n  stack {\n${stack}\n  }\n\n  response = ${response}\n}\n`
const noStops = { datasource: 'live', token: null, headers: [], breakpoints: [], stop: false }
const live = { table: 'user', datasource: 'live' }

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'debugged', start: 'login', files: [] })).id
  object = (await owner.api.createObject({ workspace, source: fn(''), publish: true })).id
  const { rows } = await owner.api.addRows({ ...live, workspace, rows: [{ email: 'ada@example.com', name: 'Ada' }] })
  user = Number(rows[0]?.['id'])
}, 60_000)

const run = (source: string | null, more: Partial<Ask> = {}): Promise<Answer> =>
  owner.api.runStack({ workspace, object, source, input: { n: 4 }, ...noStops, ...more })

const idOf = async (kind: string, name: string) =>
  (await owner.api.objects({ workspace })).objects.find((entry) => entry.kind === kind && entry.name.includes(name))!.id

/** `address statement` of what ran. */
const ran = ({ sites, steps }: Trace) =>
  steps.map(({ site }) => `${sites[site]?.address} ${sites[site]?.statement}`.trim())

describe('a token of the debugger', () => {
  test('opens an endpoint of its table for a row, without extras, for a quarter of an hour', async () => {
    const { token, claims } = await owner.api.mintToken({ ...live, workspace, id: user })
    expect(claims).toMatchObject({ table: 'user', id: user, extras: {}, debugger: true, expired: false })
    expect(Date.parse(claims.expiresAt!) - Date.parse(claims.issuedAt)).toBe(15 * 60_000)
    const me = await idOf('query', 'auth/me')
    const answer = await owner.api.runStack({ workspace, object: me, source: null, input: {}, ...noStops, token })
    expect(answer).toMatchObject({ status: 'done', result: { id: user, email: 'ada@example.com' } })
  })

  test('is refused for a row that is not there, and for a table without authentication', async () => {
    const none = owner.api.mintToken({ ...live, workspace, id: 4711 })
    await expect(none).rejects.toMatchObject({ status: 404, code: 'unknown_row' })
    const other = owner.api.mintToken({ ...live, workspace, table: 'nothing', id: 1 })
    await expect(other).rejects.toMatchObject({ code: 'unknown_auth_table' })
  })

  test('an endpoint without one answers as it would in public', async () => {
    const me = await idOf('query', 'auth/me')
    const answer = await owner.api.runStack({ workspace, object: me, source: null, input: {}, ...noStops })
    expect(answer).toMatchObject({ status: 'failed', answers: 401, error: { code: 'ERROR_CODE_UNAUTHORIZED' } })
  })

  test('a token from a login is taken out of its answer and has what the login put in', async () => {
    const signup = await idOf('query', 'auth/signup')
    const input = { name: 'Grace', email: 'grace@example.com', password: 'Passw0rd123' }
    const { token, claims } = await owner.api.logInThrough({ workspace, object: signup, input, datasource: 'live' })
    expect(claims).toMatchObject({ table: 'user', debugger: false, datasource: 'live' })
    expect(await owner.api.decodeToken({ workspace, token: `Bearer ${token}` })).toEqual(claims)
    const me = await idOf('query', 'auth/me')
    const none = owner.api.logInThrough({ workspace, object: me, input: {}, datasource: 'live' })
    await expect(none).rejects.toMatchObject({ code: expect.any(String) })
  })

  test('a token of another workspace says nothing, and neither does any token to a viewer', async () => {
    const { token } = await owner.api.mintToken({ ...live, workspace, id: user })
    const other = (await owner.api.createWorkspace({ name: 'another', start: 'login', files: [] })).id
    await expect(owner.api.decodeToken({ workspace: other, token })).rejects.toMatchObject({ code: 'unknown_token' })
    const viewer = await server.person('viewer')
    await server.join(workspace, viewer, 'viewer')
    await expect(viewer.api.decodeToken({ workspace, token })).rejects.toMatchObject({ code: 'role_too_low' })
    await expect(viewer.api.mintToken({ ...live, workspace, id: user })).rejects.toMatchObject({ code: 'role_too_low' })
  })
})

test('rows are found by what any column that is shown holds, and by no other', async () => {
  const found = async (search: string) => {
    const ask = { ...live, workspace, after: null, skip: 0, perPage: 10, count: false, where: [], sort: null, search }
    return (await owner.api.rows(ask)).rows.map(({ name }) => name)
  }
  expect(await found('ada')).toEqual(['Ada'])
  expect(await found('ADA@EX')).toEqual(['Ada'])
  expect(await found(String(user))).toEqual(['Ada'])
  expect(await found('a%a')).toEqual([])
  expect(await found('$scrypt')).toEqual([])
})

describe('a trace', () => {
  test('has the SQL of a statement with its values and rows', async () => {
    const { trace } = await run(
      fn('    db.get "user" {\n      field_name = "email"\n      field_value = "ada@example.com"\n    } as $x'),
    )
    const sql = trace!.steps.flatMap(({ effects }) => effects)
    expect(sql).toMatchObject([{ kind: 'sql', title: expect.stringContaining('select'), rows: 1, error: null }])
    const values = trace!.values[(sql[0]!.details[0]![1] as { ref: number }).ref]
    expect(values).toMatchObject({ items: ['ada@example.com'] })
  })

  test('has the SQL of a transaction too', async () => {
    const { trace } = await run(
      fn(
        '    db.transaction {\n      stack {\n        db.has "user" {\n          field_name = "id"\n          field_value = 1\n        } as $x\n      }\n    }',
      ),
    )
    expect(trace!.steps.flatMap(({ effects }) => effects).length).toBe(1)
  })

  test('names a query in each round, and a column without an index', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ email: `u${index}@example.com`, name: `U${index}` }))
    await owner.api.addRows({ ...live, workspace, rows })
    const stack = `    var $x {
      value = 0
    }
    for (5) {
      each as $i {
        db.query "user" {
          where = $db.user.name == "U7"
          return = {type: "count"}
        } as $x
      }
    }`
    const advised = async () => (await run(fn(stack))).trace!.advice
    await expect.poll(async () => (await advised()).length, { timeout: 10_000 }).toBe(2)
    expect(await advised()).toMatchObject([
      { kind: 'query_per_round', address: 'stack.1.each.0', message: expect.stringContaining('5 times') },
      { kind: 'index_missing', address: 'stack.1.each.0', fix: expect.stringContaining('{name: "name"}') },
    ])
  })
})

describe('a run that is held', () => {
  const stack =
    '    var $a {\n      value = $input.n\n    }\n    var $b {\n      value = $a * 2\n    }\n    var $x {\n      value = $b + 1\n    }'
  const at = (address: string, when = '') => ({ kind: 'function', name: 'f', address, when })

  test('shows its variables, takes another value and goes on', async () => {
    const held = await run(fn(stack), { breakpoints: [at('stack.1')] })
    expect(held.status).toBe('paused')
    expect(held.held?.variables).toEqual([['a', 4]])
    expect(ran(held.trace!)).toEqual(['', 'stack.0 var', 'stack.1 var'])
    const { session } = held.held!
    const end = await owner.api.resumeRun({ workspace, session, action: 'continue', set: { a: 10 }, breakpoints: [] })
    expect([end.status, end.result]).toEqual(['done', 21])
  })

  test('stops at each statement when it is stepped, and only where a condition holds', async () => {
    let held = await run(fn(stack), { stop: true })
    const seen: string[] = []
    while (held.held !== null) {
      seen.push(ran(held.trace!).at(-1)!)
      const { session } = held.held
      held = await owner.api.resumeRun({ workspace, session, action: 'over', set: {}, breakpoints: [] })
    }
    expect(seen).toEqual(['stack.0 var', 'stack.1 var', 'stack.2 var'])
    const loop =
      '    var $x {\n      value = 0\n    }\n    for (10) {\n      each as $i {\n        math.add $x {\n          value = $i\n        }\n      }\n    }'
    const seventh = await run(fn(loop), { breakpoints: [at('stack.1.each.0', '$i == 7 && $input.n == 4')] })
    expect(Object.fromEntries(seventh.held!.variables)).toEqual({ x: 21, i: 7 })
    const { session } = seventh.held!
    const ended = await owner.api.resumeRun({ workspace, session, action: 'stop', set: {}, breakpoints: [] })
    expect(ended).toMatchObject({ status: 'failed', error: { message: 'The run was stopped in the debugger.' } })
  })

  test('is nobody else’s, and of no other workspace', async () => {
    const held = await run(fn(stack), { stop: true })
    const ask = { workspace, session: held.held!.session, action: 'continue' as const, set: {}, breakpoints: [] }
    const other = await server.person('other')
    await server.join(workspace, other, 'developer')
    await expect(other.api.resumeRun(ask)).rejects.toMatchObject({ code: 'unknown_run' })
    expect((await owner.api.resumeRun(ask)).status).toBe('done')
    await expect(owner.api.resumeRun(ask)).rejects.toMatchObject({ code: 'unknown_run' })
  })

  test('waits with few others', async () => {
    const held = await Promise.all([1, 2, 3].map(() => run(fn(stack), { stop: true })))
    await expect(run(fn(stack), { stop: true })).rejects.toMatchObject({ status: 429, code: 'too_many_held' })
    for (const { session } of held.map((one) => one.held!)) {
      await owner.api.resumeRun({ workspace, session, action: 'stop', set: {}, breakpoints: [] })
    }
  })
})

test('a watch sees variables and input, and can only compute', async () => {
  const { results } = await owner.api.evaluateAt({
    workspace,
    expressions: ['$a.b + $input.n', '$gone', '(', '$a|get:"b"'],
    variables: { a: { b: 2 } },
    input: { n: 5 },
  })
  expect(results).toEqual([
    { value: 7, error: null },
    { value: null, error: expect.stringContaining('gone') },
    { value: null, error: expect.any(String) },
    { value: 2, error: null },
  ])
})

describe('what is large opens in two seconds', () => {
  /** Milliseconds of a processor, which others on this machine change less than those on the clock. */
  const spent = () => {
    const { user: own, system } = process.cpuUsage()
    return (own + system) / 1_000
  }
  const timed = async (name: string, source: string) => {
    const start = spent()
    const answer = await run(source)
    const text = JSON.stringify(answer)
    const took = spent() - start
    console.log(
      `${name}: ${Math.round(took)} ms, ${Math.round(text.length / 1000)} kB, ${answer.trace?.steps.length} steps`,
    )
    expect(took).toBeLessThan(2000)
    expect(text.length).toBeLessThan(8_000_000)
    return answer
  }

  test('a response of 50 MB', async () => {
    const answer = await timed('50 MB response', fn(fiftyMegabytes))
    expect([answer.status, answer.cut]).toEqual(['done', true])
  })

  test('a loop of 100,000 rounds', async () => {
    const answer = await timed('100,000 rounds', fn(manyRounds))
    expect(answer.result).toBe(4_999_950_000)
    expect(answer.trace?.steps.some(({ rounds }) => rounds === 100_000)).toBe(true)
  })

  test('a call 200 deep', async () => {
    const stack = `    conditional {
      if ($input.n > 1) {
        function.run "f" {
          input = {n: $input.n - 1}
        } as $x
      }
      else {
        var $x {
          value = 0
        }
      }
    }`
    const start = spent()
    const answer = await run(fn(stack, '$x + 1'), { input: { n: 200 } })
    const took = spent() - start
    console.log(`200 deep: ${Math.round(took)} ms, ${answer.trace?.steps.length} steps`)
    expect([answer.status, answer.result]).toEqual(['done', 200])
    expect(took).toBeLessThan(2000)
  })
})
