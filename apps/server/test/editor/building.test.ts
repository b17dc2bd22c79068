import { expect, test } from 'vitest'
import { startEditor } from './editor.ts'

const refusal = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error: { code: string }) => error.code,
  )

const post = (url: string, body: unknown, token = '') =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })

const hello = (word: string) => `query hello verb=GET {
  api_group = "Authentication"

  input {
  }

  stack {
  }

  response = "${word}"
}
`

test('from nothing to an authenticated call', { timeout: 60_000 }, async () => {
  const { owner } = await startEditor()
  const { id: workspace } = await owner.createWorkspace({ name: 'Shop', description: '', start: { kind: 'jumpstart' } })
  const { objects } = await owner.objects({ workspace })
  expect(objects.map(({ kind, name, errors }) => [kind, name, errors])).toEqual([
    ['api_group', 'Authentication', 0],
    ['query', 'auth/login', 0],
    ['query', 'auth/me', 0],
    ['query', 'auth/signup', 0],
    ['table', 'user', 0],
  ])
  const url = (name: string) => objects.find((object) => object.name === name)!.url!
  const account = { name: 'Ada', email: 'ada@example.com', password: 'Secret123' }
  const { authToken } = (await (await post(url('auth/signup'), account)).json()) as { authToken: string }
  const me = await fetch(url('auth/me'), { headers: { authorization: `Bearer ${authToken}` } })
  expect(await me.json()).toMatchObject({ id: 1, name: 'Ada', email: 'ada@example.com' })
  expect((await fetch(url('auth/me'))).status).toBe(401)
})

test('drafts, publish, conflict, restore, discard', { timeout: 60_000 }, async () => {
  const { owner } = await startEditor()
  const { id: workspace } = await owner.createWorkspace({ name: 'Shop', description: '', start: { kind: 'jumpstart' } })
  const { object: made } = await owner.createObject({ workspace, source: hello('one') })
  expect(made).toMatchObject({ kind: 'query', name: 'hello', verb: 'GET', group: 'Authentication', draft: true })
  expect((await fetch(made.url!)).status).toBe(404)
  expect(await refusal(owner.createObject({ workspace, source: hello('again') }))).toBe('object_exists')
  expect(await refusal(owner.createObject({ workspace, source: 'not a thing' }))).toBe('object_unreadable')

  const first = await owner.publish({ workspace, id: made.id, edition: made.edition, note: 'first' })
  expect(first).toMatchObject({ published: true, warnings: [] })
  expect(await (await fetch(made.url!)).json()).toBe('one')

  const { edition } = first.object!
  const { object: saved } = await owner.saveDraft({ workspace, id: made.id, edition, source: hello('two') })
  expect(await refusal(owner.saveDraft({ workspace, id: made.id, edition, source: hello('three') }))).toBe(
    'draft_conflict',
  )
  expect(await (await fetch(made.url!)).json()).toBe('one')
  const second = await owner.publish({ workspace, id: made.id, edition: saved.edition, note: '' })
  expect(await (await fetch(made.url!)).json()).toBe('two')

  const broken = await owner.saveDraft({
    workspace,
    id: made.id,
    edition: second.object!.edition,
    source: hello('two').replace('stack {', 'stack { var $x {'),
  })
  expect(broken.object.errors).toBeGreaterThan(0)
  const refused = await owner.publish({ workspace, id: made.id, edition: broken.object.edition, note: '' })
  expect(refused.published).toBe(false)
  expect(refused.diagnostics[0]).toMatchObject({ severity: 'error' })
  expect(await (await fetch(made.url!)).json()).toBe('two')
  const { object: discarded } = await owner.discardDraft({ workspace, id: made.id, edition: broken.object.edition })
  expect(discarded).toMatchObject({ draft: false, errors: 0 })

  const { versions } = await owner.versions({ workspace, id: made.id })
  expect(versions.map(({ version, author, note }) => [version, author, note])).toEqual([
    [2, 'Olive Owner', ''],
    [1, 'Olive Owner', 'first'],
  ])
  const back = await owner.restore({ workspace, id: made.id, edition: discarded!.edition, version: 1 })
  expect(back.published).toBe(true)
  expect(await (await fetch(made.url!)).json()).toBe('one')
  await owner.deleteObject({ workspace, id: made.id, edition: back.object!.edition })
  expect((await fetch(made.url!)).status).toBe(404)
})

test('a table: preview, publish, rows, and a change that could lose data', { timeout: 60_000 }, async () => {
  const { owner } = await startEditor()
  const { id: workspace } = await owner.createWorkspace({ name: 'Shop', description: '', start: { kind: 'jumpstart' } })
  const table = (column: string) => `table item {
  auth = false

  schema {
    int id
    ${column}
    enum size? {
      values = ["s", "l"]
    }
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
  ]
}
`
  const { object } = await owner.createObject({ workspace, source: table('text name') })
  const preview = await owner.previewTable({ workspace, id: object.id, source: table('text name'), datasource: 'live' })
  expect(preview.statements.join('\n')).toContain('create table')
  expect(await refusal(owner.addRow({ workspace, table: 'item', datasource: 'live', values: {} }))).toBe(
    'unknown_table',
  )
  const { object: published } = await owner.publish({ workspace, id: object.id, edition: object.edition, note: '' })

  const place = { workspace, table: 'item', datasource: 'live' }
  const { row } = await owner.addRow({ ...place, values: { name: 'Cup', size: 's' } })
  expect(row).toEqual({ id: 1, name: 'Cup', size: 's' })
  expect(await refusal(owner.addRow({ ...place, values: { name: 'Cup', size: 'xl' } }))).toBe('value_not_allowed')
  for (const name of ['Bowl', 'Ax']) await owner.addRow({ ...place, values: { name } })
  const all = { ...place, page: 1, perPage: 2, sort: [{ column: 'name', direction: 'asc' as const }], filter: null }
  const found = await owner.rows(all)
  expect(found).toMatchObject({ total: 3, page: 1, pages: 2 })
  expect(found.rows.map(({ name }) => name)).toEqual(['Ax', 'Bowl'])
  const filter = {
    expression: [
      { statement: { left: { tag: 'col', operand: 'item.name' }, op: '=', right: { operand: "Cup' or 1=1" } } },
    ],
  }
  expect((await owner.rows({ ...all, filter })).total).toBe(0)
  const changed = await owner.changeRow({ ...place, id: 1, values: { name: 'Mug' } })
  expect(changed.row).toMatchObject({ id: 1, name: 'Mug', size: 's' })
  expect(await refusal(owner.changeRow({ ...place, id: 99, values: { name: 'x' } }))).not.toBeNull()
  await owner.deleteRows({ ...place, ids: [2, 3] })
  expect((await owner.rows(all)).total).toBe(1)
  expect(await refusal(owner.rows({ ...all, datasource: 'nowhere' }))).toBe('unknown_datasource')
  expect(await refusal(owner.rows({ ...all, table: 'item"; drop table item; --' }))).toBe('unknown_table')

  const numbered = table('int name')
  const lossy = await owner.previewTable({ workspace, id: object.id, source: numbered, datasource: 'live' })
  expect(lossy.destructive.map(({ key }) => key)).toEqual(['item.name:bigint'])
  const saved = await owner.saveDraft({ workspace, id: object.id, edition: published!.edition, source: numbered })
  const answer = await owner.publish({ workspace, id: object.id, edition: saved.object.edition, note: '' })
  expect(answer.warnings.join('\n')).toContain('data could be lost')
  await owner.changeTable({ workspace, datasource: 'live', consent: ['item.name:bigint'] })
  expect((await owner.rows(all)).rows[0]).toMatchObject({ id: 1 })
})

test('passwords of rows never reach the editor, and a workspace goes with its data', { timeout: 60_000 }, async () => {
  const { owner } = await startEditor()
  const { id: workspace } = await owner.createWorkspace({ name: 'Shop', description: '', start: { kind: 'jumpstart' } })
  const place = { workspace, table: 'user', datasource: 'live' }
  const values = { name: 'Ada', email: 'ada@example.com', password: 'Secret123' }
  expect(JSON.stringify(await owner.addRow({ ...place, values }))).not.toContain('scrypt')
  const { rows } = await owner.rows({ ...place, page: 1, perPage: 10, sort: [], filter: null })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(/scrypt|Secret123/)
  const { objects } = await owner.objects({ workspace })
  const url = objects.find(({ name }) => name === 'auth/login')!.url!
  expect((await post(url, values)).status).toBe(200)

  expect(await refusal(owner.deleteWorkspace({ workspace, name: 'shop' }))).toBe('name_differs')
  await owner.deleteWorkspace({ workspace, name: 'Shop' })
  expect((await post(url, values)).status).toBe(404)
  expect((await owner.workspaces({})).workspaces).toEqual([])
})

test('a folder comes in and goes out as it is; variables are write-only', { timeout: 60_000 }, async () => {
  const { owner } = await startEditor()
  const files = [
    { path: 'functions/a.xs', text: 'function a {\n  input {\n  }\n\n  stack {\n  }\n\n  response = $env.key\n}\n' },
    { path: 'functions/broken.xs', text: 'function b {\n' },
  ]
  const { id: workspace, report } = await owner.createWorkspace({
    name: 'Folder',
    description: '',
    start: { kind: 'files', files },
  })
  expect(report).toMatchObject({ files: 2, drafts: [{ path: 'functions/broken.xs' }] })
  expect((await owner.exportFiles({ workspace })).files.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual(files)
  expect(
    await refusal(owner.importFiles({ workspace, files: [{ path: '../../etc/x.xs', text: '' }], delete: false })),
  ).toBe('file_path_invalid')
  await owner.setVariable({ workspace, name: 'key', value: 'a secret' })
  expect(await owner.variables({ workspace })).toEqual({ names: ['key'] })
  await owner.setVariable({ workspace, name: 'key', value: null })
  expect(await owner.variables({ workspace })).toEqual({ names: [] })
})
