import { beforeAll, describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const fn = (value: string) => `function "f" {
  input {
    int n?
  }

  stack {
    var $x {
      value = ${value}
    }
  }

  response = $x
}
`

const { owner } = await ownedServer()

const create = async (name: string, start: 'blank' | 'login' = 'blank') =>
  (await owner.api.createWorkspace({ name, start, files: [] })).id

test('a workspace with a login can be called as soon as it is made', async () => {
  await create('login', 'login')
  const [made] = (await owner.api.workspaces({})).workspaces.filter(({ name }) => name === 'login')
  const body = JSON.stringify({ name: 'A', email: 'a@example.com', password: 'Passw0rd123' })
  const headers = { 'content-type': 'application/json' }
  const signup = await fetch(`${made!.groups[0]!.url}/auth/signup`, { method: 'POST', headers, body })
  expect(signup.status).toBe(200)
  const { authToken } = (await signup.json()) as { authToken: string }
  const me = await fetch(`${made!.groups[0]!.url}/auth/me`, { headers: { authorization: `Bearer ${authToken}` } })
  expect(await me.json()).toMatchObject({ email: 'a@example.com' })
})

describe('an object', () => {
  test('goes back to what is published, to an earlier version, and away', async () => {
    const workspace = await create('life')
    const { id: object, ...made } = await owner.api.createObject({ workspace, source: fn('1'), publish: true })
    const second = await owner.api.saveDraft({ workspace, object, source: fn('2'), expectedEdition: made.edition })
    const back = await owner.api.discardDraft({ workspace, object, expectedEdition: second.edition })
    expect((await owner.api.object({ workspace, object })).draft).toBeNull()

    const third = await owner.api.saveDraft({ workspace, object, source: fn('3'), expectedEdition: back.edition })
    const published = await owner.api.publishObject({
      workspace,
      object,
      expectedEdition: third.edition,
      note: 'three',
    })
    const { versions } = await owner.api.versions({ workspace, object })
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [2, 'three'],
      [1, ''],
    ])
    const restored = await owner.api.restoreVersion({
      workspace,
      object,
      expectedEdition: published.edition,
      version: 1,
    })
    expect((await owner.api.object({ workspace, object })).published).toBe(fn('1'))

    const stale = owner.api.deleteObject({ workspace, object, expectedEdition: published.edition })
    await expect(stale).rejects.toMatchObject({ status: 409, code: 'draft_conflict' })
    await owner.api.deleteObject({ workspace, object, expectedEdition: restored.edition })
    expect((await owner.api.objects({ workspace })).objects).toEqual([])
  })

  test('that was never published can not go back', async () => {
    const workspace = await create('new')
    const { id: object, edition } = await owner.api.createObject({ workspace, source: fn('1'), publish: false })
    const discard = owner.api.discardDraft({ workspace, object, expectedEdition: edition })
    await expect(discard).rejects.toMatchObject({ status: 409, code: 'never_published' })
  })
})

test('a folder goes out and comes in again, in another workspace', async () => {
  const [from, to] = [await create('from', 'login'), await create('to')]
  const { files } = await owner.api.exportFolder({ workspace: from, drafts: true })
  expect(files.map(({ path }) => path)).toContain('table/user.xs')
  const report = await owner.api.importFolder({ workspace: to, files, delete: false })
  expect([report.created.length, report.drafts]).toEqual([files.length, []])
  expect((await owner.api.importFolder({ workspace: to, files, delete: true })).unchanged).toBe(files.length)
  const escape = owner.api.importFolder({ workspace: to, files: [{ path: '../x.xs', text: '' }], delete: false })
  await expect(escape).rejects.toMatchObject({ status: 400, code: 'file_path_invalid' })
})

const users = { table: 'user', datasource: 'live' }
const noStops = { datasource: 'live', token: null, headers: [], breakpoints: [], stop: false }

describe('a run of what is being written', () => {
  let workspace: number
  let object: number
  const run = (source: string, more: object = {}) =>
    owner.api.runStack({ workspace, object, source, input: { n: '4' }, ...noStops, ...more })

  beforeAll(async () => {
    workspace = await create('runs', 'login')
    object = (await owner.api.createObject({ workspace, source: fn('1'), publish: true })).id
  })

  test('answers with each step, and leaves what is published alone', async () => {
    const answer = await run(fn('$input.n + 1'))
    expect([answer.status, answer.result]).toEqual(['done', 5])
    expect(answer.trace?.steps[1]).toMatchObject({ variables: [['x', 5]], error: null })
    expect(answer.trace?.sites[1]).toMatchObject({ address: 'stack.0', statement: 'var' })
    expect((await owner.api.object({ workspace, object })).published).toBe(fn('1'))
  })

  test('that fails says where', async () => {
    const thrown = 'throw {\n      name = "oops"\n      value = "no"\n    }'
    const source = fn('1').replace('var $x {\n      value = 1\n    }', thrown).replace('$x', 'null')
    const answer = await run(source)
    expect([answer.status, answer.error?.code]).toEqual(['failed', 'oops'])
    expect(answer.trace?.steps.at(-1)?.error?.message).toContain('no')
  })

  test('of a text with an error is refused with the diagnostics', async () => {
    const answer = await run('function "f" {\n  stack {\n    var $x {\n      value = (\n')
    expect([answer.status, answer.diagnostics.length > 0]).toEqual(['refused', true])
  })

  test('runs as whoever it is asked to, on the datasource it is asked to', async () => {
    const source = fn('$auth.id')
    const { rows } = await owner.api.addRows({ ...users, workspace, rows: [{ email: 'a@example.com' }] })
    const { token } = await owner.api.mintToken({ ...users, workspace, id: Number(rows[0]?.['id']) })
    expect((await run(source, { token })).result).toBe(rows[0]?.['id'])
    await expect(run(source, { datasource: 'gone' })).rejects.toMatchObject({ code: 'unknown_datasource' })
  })
})

test('what a stack can use is told with types, from the text that is being written', async () => {
  const workspace = await create('scope', 'login')
  const object = (await owner.api.createObject({ workspace, source: fn('1'), publish: true })).id
  const source = fn('$input.n').replace(
    '  stack {',
    '  stack {\n    db.get user {\n      field_name = "id"\n      field_value = 1\n    } as $u\n',
  )
  const { names, values } = await owner.api.scope({ workspace, object, source, address: 'stack.1' })
  expect(names).toContainEqual({ path: '$u', type: 'a row of user' })
  expect(names).toContainEqual({ path: '$u.email', type: 'text' })
  expect(names.filter(({ path }) => path === '$x' || path === '$u.password')).toEqual([])
  expect(values.find(({ text }) => text === '$input.n')).toBeDefined()
  const response = await owner.api.scope({ workspace, object, source, address: '' })
  expect(response.names.map(({ path }) => path)).toContain('$x')
  expect(await owner.api.scope({ workspace, object, source: 'nothing', address: '' })).toEqual({
    names: [],
    values: [],
  })
})

test('an environment variable reaches stacks and nobody else', async () => {
  const workspace = await create('env')
  await owner.api.setVariable({ workspace, name: 'KEY', value: 'very secret' })
  expect(JSON.stringify(await owner.api.variables({ workspace }))).not.toContain('secret')
  const object = (await owner.api.createObject({ workspace, source: fn('1'), publish: true })).id
  const ask = { workspace, object, source: fn('$env.KEY|strlen'), input: {}, ...noStops }
  expect((await owner.api.runStack(ask)).result).toBe(11)
  await owner.api.setVariable({ workspace, name: 'KEY', value: null })
  expect((await owner.api.variables({ workspace })).variables).toEqual([])
})

test('a branch is made from the live one and listed', async () => {
  const workspace = await create('branches', 'login')
  await owner.api.createBranch({ workspace, name: 'dev' })
  const { branches } = await owner.api.branches({ workspace })
  expect(branches.map(({ name, live }) => [name, live])).toEqual([
    ['dev', false],
    ['v1', true],
  ])
  const tables = async (branch: string) =>
    (await owner.api.objects({ workspace, branch })).objects.filter(({ kind }) => kind === 'table').map(({ id }) => id)
  expect((await tables('dev')).length).toBeGreaterThan(0)
  expect(await tables('dev')).toEqual(await tables('v1'))
  await expect(owner.api.createBranch({ workspace, name: 'a/b' })).rejects.toMatchObject({ code: 'branch_invalid' })
})
