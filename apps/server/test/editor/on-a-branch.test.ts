import { beforeAll, describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { server, owner } = await ownedServer()
let workspace: number

const query = (path: string, response: string, stack = '') => `query "${path}" verb=GET {
  api_group = "Main"

  input {
  }

  stack {
${stack}  }

  response = ${response}
}
`

const func = (name: string, value: string) =>
  `function "${name}" {\n  input {\n  }\n\n  stack {\n  }\n\n  response = ${value}\n}\n`

const group = (more = '') => `api_group "Main" {\n${more}}\n`

const on = { branch: 'next' }
const base = () => `${server.url}/api:onabranch`
const get = async (url: string) => {
  const response = await fetch(url)
  return [response.status, await response.json()] as const
}
const named = async (name: string, where: { branch?: string } = {}) => {
  const { objects } = await owner.api.objects({ workspace, ...where })
  return objects.find((object) => object.name === name)
}
const write = async (name: string, source: string, where: { branch?: string }) => {
  const { id, edition } = (await named(name, where))!
  const saved = await owner.api.saveDraft({ workspace, object: id, source, expectedEdition: edition })
  return owner.api.publishObject({ workspace, object: id, expectedEdition: saved.edition, note: '' })
}

beforeAll(async () => {
  const files = [
    { path: 'group.xs', text: group('  canonical = "onabranch"\n') },
    {
      path: 'table.xs',
      text: 'table "deal" {\n  auth = true\n  schema {\n    int id\n    text title\n    text email\n    password password\n  }\n}\n',
    },
    { path: 'number.xs', text: query('number', '1') },
  ]
  workspace = (await owner.api.createWorkspace({ name: 'on a branch', start: 'files', files })).id
  await owner.api.createBranch({ workspace, name: 'next' })
}, 60_000)

describe('an object that is made on a branch', () => {
  test('is there and not on the live one, and answers at the address of its branch', async () => {
    const made = await owner.api.createObject({ workspace, ...on, source: query('made', '"next"'), publish: true })
    expect(made).toMatchObject({ branch: 'next', version: 1 })
    expect([await named('made', on), await named('made')]).toMatchObject([{ id: made.id }, undefined])
    expect(await get(`${base()}:next/made`)).toEqual([200, 'next'])
    expect((await get(`${base()}/made`))[0]).toBe(404)
  })

  test('is called again at once after each publish', async () => {
    for (const value of ['2', '3', '4']) {
      expect((await write('number', query('number', value), on)).published).toBe(true)
      expect(await get(`${base()}:next/number`)).toEqual([200, Number(value)])
    }
    expect(await get(`${base()}/number`)).toEqual([200, 1])
  })

  test('is a table of all branches', async () => {
    const source = 'table "note" {\n  schema {\n    int id\n    text body\n  }\n}\n'
    const made = await owner.api.createObject({ workspace, ...on, source, publish: true })
    expect(made.branch).toBe('v1')
    expect([await named('note', on), await named('note')]).toMatchObject([{ id: made.id }, { id: made.id }])
  })

  test('is refused on a branch that is not there', async () => {
    const making = owner.api.createObject({ workspace, branch: 'gone', source: func('x', '1'), publish: false })
    await expect(making).rejects.toMatchObject({ status: 404, code: 'unknown_branch' })
  })

  test('may be of a set of ready-made endpoints', async () => {
    const template = { from: 'crud' as const, table: 'deal', auth: null, endpoints: ['list' as const] }
    const { created } = await owner.api.createEndpoints({ workspace, ...on, group: 'Main', template })
    expect(created).toMatchObject([{ name: 'deal', published: true }])
    expect(await get(`${base()}:next/deal`)).toEqual([200, []])
    expect((await get(`${base()}/deal`))[0]).toBe(404)
  })
})

test('groups and documentation say where a branch answers', async () => {
  const urls = async (where: { branch?: string }) =>
    (await owner.api.groups({ workspace, ...where })).groups.map(({ url }) => url)
  expect([await urls(on), await urls({}), await urls({ branch: 'v1' })]).toEqual([
    [`${base()}:next`],
    [base()],
    [base()],
  ])
  const { openApi, client } = await owner.api.documentation({ workspace, ...on, group: 'Main' })
  expect(openApi.servers).toEqual([{ url: `${base()}:next` }])
  expect(Object.keys(openApi.paths)).toContain('/made')
  expect(client).toContain(`${base()}:next`)
  expect(Object.keys((await owner.api.documentation({ workspace, group: 'Main' })).openApi.paths)).not.toContain(
    '/made',
  )
})

test('search, references, problems and drafts are those of the branch', async () => {
  const source = func('seen', '$nothing_like_it')
  await owner.api.createObject({ workspace, ...on, source, publish: false })
  const search = async (where: { branch?: string }) =>
    (await owner.api.search({ workspace, ...where, text: 'nothing_like_it' })).places.map(({ name }) => name)
  expect([await search(on), await search({})]).toEqual([['seen'], []])
  const reads = query('reads', '$x', '    db.query "deal" {\n      return = {type: "list"}\n    } as $x\n')
  await owner.api.createObject({ workspace, ...on, source: reads, publish: true })
  const uses = async (where: { branch?: string }) => {
    const found = await owner.api.references({ workspace, ...where, kind: 'table', name: 'deal' })
    return [found.places.map(({ name }) => name), found.otherBranches]
  }
  expect(await uses(on)).toEqual([expect.arrayContaining(['reads']), []])
  expect(await uses({})).toEqual([[], ['next']])
  expect(await uses({ branch: 'v1' })).toEqual([[], ['next']])
  const overview = async (where: { branch?: string }) => {
    const { drafts, problems } = await owner.api.overview({ workspace, ...where })
    return [drafts.map(({ name }) => name), [...new Set(problems.map(({ name }) => name))]]
  }
  expect([await overview(on), await overview({})]).toEqual([
    [['seen'], ['seen']],
    [[], []],
  ])
})

test('a run is of the branch, its functions and addons with it', async () => {
  await owner.api.createObject({ workspace, ...on, source: func('twice', '"of next"'), publish: true })
  const stack = '    function.run "twice" {\n      input = {}\n    } as $x\n'
  const { id } = await owner.api.createObject({ workspace, ...on, source: query('run', '$x', stack), publish: false })
  const run = { input: {}, datasource: 'live', token: null, headers: [], breakpoints: [], stop: false }
  const { draft } = await owner.api.object({ workspace, object: id })
  expect(await owner.api.runStack({ workspace, object: id, source: draft, ...run })).toMatchObject({
    status: 'done',
    result: 'of next',
  })
})

test('a task of a branch that is not live is due at no time', async () => {
  const task = (name: string) =>
    `task "${name}" {\n  stack {\n  }\n\n  schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 3600}]\n}\n`
  await owner.api.createObject({ workspace, ...on, source: task('of next'), publish: true })
  await owner.api.createObject({ workspace, source: task('of v1'), publish: true })
  const due = async (where: { branch?: string }) =>
    (await owner.api.tasks({ workspace, ...where })).tasks.map(({ active, next }) => [active, next === null])
  expect([await due(on), await due({}), await due({ branch: 'v1' })]).toEqual([
    [[true, true]],
    [[true, false]],
    [[true, false]],
  ])
})

test('who gets in where is asked of the branch', async () => {
  const paths = async (where: { branch?: string }) =>
    (await owner.api.accessMatrix({ workspace, ...where, group: 'Main' })).rows.map(({ path }) => path)
  expect(await paths(on)).toContain('made')
  expect(await paths({})).toEqual(['number'])
})

test('a group moves to another address when its branch goes live, and not before', async () => {
  await owner.api.createBranch({ workspace, name: 'moved' })
  const { published } = await write('Main', group('  canonical = "moved-away"\n'), { branch: 'moved' })
  expect(published).toBe(true)
  expect(await get(`${base()}/number`)).toEqual([200, 1])
  expect(await get(`${base()}:moved/number`)).toEqual([200, 1])
  await owner.api.setLiveBranch({ workspace, name: 'moved' })
  expect(await get(`${server.url}/api:moved-away/number`)).toEqual([200, 1])
  await owner.api.setLiveBranch({ workspace, name: 'v1' })
  expect(await get(`${base()}/number`)).toEqual([200, 1])
})

test('a table that is called otherwise is so on every branch', async () => {
  const { changes } = await owner.api.previewRename({ workspace, kind: 'table', from: 'deal', to: 'offer' })
  expect(changes.map(({ branch, name }) => [branch, name])).toEqual(
    expect.arrayContaining([
      ['v1', 'deal'],
      ['next', 'deal'],
    ]),
  )
})
