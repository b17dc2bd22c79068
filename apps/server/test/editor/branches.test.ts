import { describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { server, owner } = await ownedServer()
let made = 0

const query = (path: string, ...lines: string[]) => `query "${path}" verb=GET {
  api_group = "Main"

  input {
  }

  stack {
${lines.map((line, index) => `    var $v${index} {\n      value = ${line}\n    }\n`).join('\n')}  }

  response = [${lines.map((_line, index) => `$v${index}`).join(', ')}]
}
`

/** A workspace with an endpoint on its live branch and on a branch of it, `next`. */
async function branched(...lines: string[]) {
  made += 1
  const { api } = owner
  const files = [
    { path: 'group.xs', text: `api_group "Main" {\n  canonical = "branch${made}"\n}\n` },
    { path: 'table.xs', text: 'table "deal" {\n  schema {\n    int id\n    text title\n  }\n}\n' },
    { path: 'numbers.xs', text: query('numbers', ...lines) },
  ]
  const { id: workspace } = await api.createWorkspace({ name: `branched ${made}`, start: 'files', files })
  await api.createBranch({ workspace, name: 'next' })
  const base = `${server.url}/api:branch${made}`
  const write = async (branch: string, text: string) => {
    await api.importFolder({ workspace, branch, files: [{ path: 'numbers.xs', text }], delete: false })
  }
  const answer = async (of = '') => (await fetch(`${base}${of}/numbers`)).json() as Promise<unknown>
  const merge = (apply: boolean, choices: Record<string, 'live' | 'branch'> = {}) =>
    api.mergeBranch({ workspace, from: 'next', apply, choices })
  return { api, workspace, base, write, answer, merge }
}

test('another branch becomes the live one, with the tables', async () => {
  const { api, workspace, base, write, answer } = await branched('1')
  await write('next', query('numbers', '2'))
  expect([await answer(), await answer(':next')]).toEqual([[1], [2]])
  await api.setLiveBranch({ workspace, name: 'next' })
  expect([await answer(), await answer(':v1'), await answer(':next')]).toEqual([[2], [1], [2]])
  const { branches } = await api.branches({ workspace })
  expect(branches.filter(({ live }) => live).map(({ name }) => name)).toEqual(['next'])
  const { objects } = await api.objects({ workspace })
  expect(objects.map(({ kind }) => kind).toSorted()).toEqual(['api_group', 'query', 'table'])
  const { rows } = await api.rows({
    workspace,
    table: 'deal',
    datasource: 'live',
    after: null,
    skip: 0,
    perPage: 1,
    count: false,
    where: [],
    sort: null,
  })
  expect(rows).toEqual([])
  await api.setLiveBranch({ workspace, name: 'v1' })
  expect(await answer()).toEqual([1])
  await expect(api.setLiveBranch({ workspace, name: 'nowhere' })).rejects.toMatchObject({ code: 'unknown_branch' })
  expect((await fetch(`${base}:nowhere/numbers`)).status).toBe(404)
})

describe('a branch is deleted', () => {
  const remove = ({ api, workspace }: Awaited<ReturnType<typeof branched>>, name: string) =>
    api.deleteBranch({ workspace, name })

  test('with its objects, while tables and the live one stay; its name is free again', async () => {
    const made = await branched('1')
    const { api, workspace, base, write, answer } = made
    await write('next', query('numbers', '2'))
    const { objects } = await api.objects({ workspace, branch: 'next' })
    const own = objects.find(({ name }) => name === 'numbers')!
    expect(await answer(':next')).toEqual([2])
    await remove(made, 'next')
    expect((await fetch(`${base}:next/numbers`)).status).toBe(404)
    expect((await fetch(`${base}/numbers`, { headers: { 'x-branch': 'next' } })).status).toBe(404)
    await expect(api.object({ workspace, object: own.id })).rejects.toMatchObject({ code: 'unknown_object' })
    await expect(api.objects({ workspace, branch: 'next' })).rejects.toMatchObject({ code: 'unknown_branch' })
    expect((await api.branches({ workspace })).branches.map(({ name }) => name)).toEqual(['v1'])
    const { objects: left } = await api.objects({ workspace })
    expect(left.map(({ kind }) => kind).toSorted()).toEqual(['api_group', 'query', 'table'])
    await api.createBranch({ workspace, name: 'next' })
    expect([await answer(), await answer(':next')]).toEqual([[1], [1]])
  })

  test('whose tables were the live ones before, too', async () => {
    const made = await branched('1')
    const { api, workspace, answer } = made
    await api.setLiveBranch({ workspace, name: 'next' })
    await remove(made, 'v1')
    expect(await answer()).toEqual([1])
    expect((await api.objects({ workspace })).objects.filter(({ kind }) => kind === 'table')).toHaveLength(1)
  })

  test('but not the live one, and none that is not there', async () => {
    const made = await branched('1')
    await expect(remove(made, 'v1')).rejects.toMatchObject({
      status: 409,
      code: 'branch_live',
      message: expect.stringContaining('Make another branch live') as string,
    })
    await expect(remove(made, 'gone')).rejects.toMatchObject({ status: 404, code: 'unknown_branch' })
    expect([await made.answer(), await made.answer(':next')]).toEqual([[1], [1]])
  })

  test('or made live, of two who ask at once', async () => {
    const made = await branched('1')
    const { api, workspace, answer } = made
    const asked = [remove(made, 'next'), api.setLiveBranch({ workspace, name: 'next' }), remove(made, 'next')]
    const done = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
    expect(await answer()).toEqual([1])
  })
})

describe('a branch is merged', () => {
  test('what only it changed or added is taken, after it was told', async () => {
    const { api, workspace, base, write, answer, merge } = await branched('1')
    await write('next', `${query('numbers', '2')}---\n${query('more', '3')}`)
    const told = await merge(false)
    expect(told).toMatchObject({
      applied: false,
      objects: [
        { name: 'more', outcome: 'added' },
        { name: 'numbers', outcome: 'updated' },
      ],
    })
    expect(await answer()).toEqual([1])
    expect((await merge(true)).applied).toBe(true)
    expect(await answer()).toEqual([2])
    expect(await (await fetch(`${base}/more`)).json()).toEqual([3])
    expect(await merge(true)).toEqual({ applied: false, objects: [] })
    const object = (await api.objects({ workspace })).objects.find(({ name }) => name === 'numbers')
    const { versions } = await api.versions({ workspace, object: object!.id })
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [2, 'merged from next'],
      [1, 'import'],
    ])
  })

  test('what both changed at different places is put together', async () => {
    const { write, answer, merge } = await branched('1', '2', '3')
    await write('next', query('numbers', '10', '2', '3'))
    await write('v1', query('numbers', '1', '2', '30'))
    expect(await merge(true)).toMatchObject({ applied: true, objects: [{ outcome: 'merged' }] })
    expect(await answer()).toEqual([10, 2, 30])
  })

  test.each([
    ['live', [5, 20]],
    ['branch', [6, 20]],
  ] as const)('what both changed at one place asks: %s', async (choice, expected) => {
    const { write, answer, merge } = await branched('1', '2')
    await write('next', query('numbers', '6', '20'))
    await write('v1', query('numbers', '5', '2'))
    const asked = await merge(true)
    expect(asked).toMatchObject({ applied: false, objects: [{ outcome: 'conflict' }] })
    expect(await answer()).toEqual([5, 2])
    expect(await merge(true, { [asked.objects[0]!.key]: choice })).toMatchObject({ applied: true })
    expect(await answer()).toEqual(expected)
  })

  test('what only the live one changed stays', async () => {
    const { write, answer, merge } = await branched('1')
    await write('v1', query('numbers', '9'))
    expect(await merge(true)).toEqual({ applied: false, objects: [] })
    expect(await answer()).toEqual([9])
  })

  test('but not the live one into itself', async () => {
    const { api, workspace } = await branched('1')
    const merging = api.mergeBranch({ workspace, from: 'v1', apply: true, choices: {} })
    await expect(merging).rejects.toMatchObject({ code: 'branch_invalid' })
  })
})

describe('a datasource', () => {
  test('has tables of its own, which requests choose', async () => {
    const { api, workspace, base } = await branched('1')
    await api.createEndpoints({
      workspace,
      group: 'Main',
      template: { from: 'crud', table: 'deal', auth: null, endpoints: ['list', 'add'] },
    })
    const call = async (datasource: string, init: RequestInit = {}) => {
      const headers = { 'content-type': 'application/json', 'x-data-source': datasource }
      const response = await fetch(`${base}/deal`, { ...init, headers })
      return [response.status, await response.json()] as const
    }
    expect((await call('demo'))[0]).toBe(400)
    await api.createDatasource({ workspace, name: 'demo', color: '#aa3300' })
    expect((await api.datasources({ workspace })).datasources.at(-1)).toEqual({ name: 'demo', color: '#aa3300' })
    const added = await call('demo', { method: 'POST', body: JSON.stringify({ title: 'Only here' }) })
    expect(added).toMatchObject([200, { title: 'Only here' }])
    expect((await call('demo'))[1]).toHaveLength(1)
    expect((await call('live'))[1]).toEqual([])
  })

  test.each([
    ['live', 'datasource_exists'],
    ['Upper', 'datasource_invalid'],
    ['a b', 'datasource_invalid'],
    ['1st', 'datasource_invalid'],
  ])('%s: %s', async (name, code) => {
    const { api, workspace } = await branched('1')
    await expect(api.createDatasource({ workspace, name, color: '' })).rejects.toMatchObject({ code })
  })
})

describe('what a branch took away', () => {
  const deleteNumbers = async ({ api, workspace }: Awaited<ReturnType<typeof branched>>, branch?: string) => {
    const { objects } = await api.objects({ workspace, ...(branch === undefined ? {} : { branch }) })
    const { id, edition } = objects.find(({ name }) => name === 'numbers')!
    await api.deleteObject({ workspace, object: id, expectedEdition: edition })
  }
  const status = async ({ base }: { base: string }) => (await fetch(`${base}/numbers`)).status

  test('is taken away from the live one, after it was told, and once', async () => {
    const made = await branched('1')
    await deleteNumbers(made, 'next')
    expect(await made.merge(false)).toMatchObject({
      applied: false,
      objects: [{ name: 'numbers', outcome: 'deleted', deletes: true }],
    })
    expect(await status(made)).toBe(200)
    expect((await made.merge(true)).applied).toBe(true)
    expect(await status(made)).toBe(404)
    expect(await made.merge(true)).toEqual({ applied: false, objects: [] })
  })

  test('stays where that is chosen, and is not asked again', async () => {
    const made = await branched('1')
    await deleteNumbers(made, 'next')
    const [told] = (await made.merge(false)).objects
    expect(await made.merge(true, { [told!.key]: 'live' })).toMatchObject({
      applied: true,
      objects: [{ outcome: 'kept' }],
    })
    expect(await status(made)).toBe(200)
    expect(await made.merge(true)).toEqual({ applied: false, objects: [] })
  })

  test.each([
    ['live', 200],
    ['branch', 404],
  ] as const)('asks where the live one changed it since: %s', async (choice, expected) => {
    const made = await branched('1')
    await deleteNumbers(made, 'next')
    await made.write('v1', query('numbers', '2'))
    const asked = await made.merge(true)
    expect(asked).toMatchObject({ applied: false, objects: [{ outcome: 'conflict', deletes: true }] })
    expect(await made.answer()).toEqual([2])
    expect((await made.merge(true, { [asked.objects[0]!.key]: choice })).applied).toBe(true)
    expect(await status(made)).toBe(expected)
  })

  test('asks where somebody is changing it on the live one', async () => {
    const made = await branched('1')
    await deleteNumbers(made, 'next')
    const { api, workspace } = made
    const { objects } = await api.objects({ workspace })
    const { id, edition } = objects.find(({ name }) => name === 'numbers')!
    await api.saveDraft({ workspace, object: id, source: query('numbers', '5'), expectedEdition: edition })
    expect((await made.merge(true)).objects).toMatchObject([{ outcome: 'conflict', deletes: true }])
  })

  test('is known after it was changed there and merged', async () => {
    const made = await branched('1')
    await made.write('next', query('numbers', '7'))
    await made.merge(true)
    await deleteNumbers(made, 'next')
    expect((await made.merge(true)).objects).toMatchObject([{ outcome: 'deleted' }])
    expect(await status(made)).toBe(404)
  })

  test('is so on a copy of the branch too, and not on one of the live branch', async () => {
    const made = await branched('1')
    const { api, workspace } = made
    await deleteNumbers(made, 'next')
    await api.createBranch({ workspace, name: 'third', from: 'next' })
    await api.createBranch({ workspace, name: 'fourth' })
    const merge = (from: string) => api.mergeBranch({ workspace, from, apply: false, choices: {} })
    expect((await merge('third')).objects).toMatchObject([{ name: 'numbers', outcome: 'deleted' }])
    expect((await merge('fourth')).objects).toEqual([])
  })

  test('and made again is no deletion', async () => {
    const made = await branched('1')
    await deleteNumbers(made, 'next')
    await made.write('next', query('numbers', '8'))
    expect((await made.merge(false)).objects).toMatchObject([{ outcome: 'conflict', deletes: false }])
  })

  test('is nothing of the live one, where that has another of the same name', async () => {
    const made = await branched('1')
    const { api, workspace } = made
    const { id, edition } = await api.createObject({
      workspace,
      branch: 'next',
      source: query('own', '1'),
      publish: true,
    })
    await api.deleteObject({ workspace, object: id, expectedEdition: edition })
    await api.createObject({ workspace, source: query('own', '2'), publish: true })
    expect((await made.merge(true)).objects).toEqual([])
  })

  test('goes with its name when it is called otherwise', async () => {
    const made = await branched('1')
    const { api, workspace, base } = made
    const { objects } = await api.objects({ workspace, branch: 'next' })
    const { id, edition } = objects.find(({ name }) => name === 'numbers')!
    const saved = await api.saveDraft({
      workspace,
      object: id,
      source: query('digits', '1'),
      expectedEdition: edition,
    })
    await api.publishObject({ workspace, object: id, expectedEdition: saved.edition, note: '' })
    const { objects: merged } = await made.merge(true)
    expect(merged.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['digits', 'added'],
      ['numbers', 'deleted'],
    ])
    expect([await status(made), (await fetch(`${base}/digits`)).status]).toEqual([404, 200])
  })

  test('the live one is not given back what it took away itself', async () => {
    const made = await branched('1')
    await deleteNumbers(made)
    expect((await made.merge(true)).objects).toEqual([])
    expect(await status(made)).toBe(404)
    await made.write('next', query('numbers', '3'))
    expect((await made.merge(true)).objects).toMatchObject([{ outcome: 'added' }])
    expect(await made.answer()).toEqual([3])
  })
})
