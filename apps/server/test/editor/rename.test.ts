import { beforeAll, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { owner } = await ownedServer()
let workspace: number
const ask = () => ({ workspace, kind: 'table' as const, from: 'user', to: 'person' })
const drafts = async () => (await owner.api.objects({ workspace })).objects.filter(({ draft }) => draft).length

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'names', start: 'login', files: [] })).id
}, 60_000)

test('a table is renamed everywhere after a preview, all texts or none', async () => {
  const { changes } = await owner.api.previewRename(ask())
  expect(changes.map(({ name, places }) => `${name} ${places}`).toSorted()).toEqual([
    'auth/login 2',
    'auth/me 2',
    'auth/signup 3',
    'user 1',
  ])
  expect(await drafts()).toBe(0)

  const editions = Object.fromEntries(changes.map(({ object, edition }) => [object, edition]))
  const { [changes[0]!.object]: _, ...unseen } = editions
  for (const stale of [unseen, { ...editions, [changes[3]!.object]: 99 }]) {
    await expect(owner.api.rename({ ...ask(), editions: stale })).rejects.toMatchObject({ code: 'draft_conflict' })
    expect(await drafts()).toBe(0)
  }
  expect(await owner.api.rename({ ...ask(), editions })).toEqual({ drafts: 4 })
  expect((await owner.api.references({ workspace, kind: 'table', name: 'user' })).places).toEqual([])
})

test('a name that is taken, or of nothing, is refused', async () => {
  await owner.api.createObject({
    workspace,
    source: 'table "taken" {\n  schema {\n    int id\n  }\n}\n',
    publish: true,
  })
  await expect(owner.api.previewRename({ ...ask(), to: 'taken' })).rejects.toMatchObject({ code: 'object_exists' })
  await expect(owner.api.previewRename({ ...ask(), from: 'gone' })).rejects.toMatchObject({ code: 'unknown_object' })
})

test('a column is renamed in the stacks that name it, its table aside', async () => {
  const { id } = await owner.api.createWorkspace({ name: 'columns', start: 'login', files: [] })
  const column = { workspace: id, kind: 'column' as const, table: 'user', from: 'email', to: 'mail' }
  const { changes } = await owner.api.previewRename(column)
  expect(changes.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
    'query auth/login',
    'query auth/me',
    'query auth/signup',
  ])
  expect(changes.find(({ name }) => name === 'auth/login')?.after).toContain('field_name = "mail"')
  const gone = owner.api.previewRename({ ...column, table: 'gone' })
  await expect(gone).rejects.toMatchObject({ status: 404, code: 'unknown_object' })
})
