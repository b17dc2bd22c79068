import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editorServer, type EditorServer, type Person } from './editor-server.ts'

const TABLE = `table "deal" {
  schema {
    int id
    text title
    int amount?
    password secret?
  }
}
`

let server: EditorServer
let owner: Person
let workspace: number
let deal: { id: number; edition: number }
const at = () => ({ workspace, table: 'deal', datasource: 'live' })
const all = { page: 1, perPage: 100, where: [], sort: null }
const titles = async (more: object = {}) =>
  (await owner.api.rows({ ...at(), ...all, ...more })).rows.map(({ title }) => title)

beforeAll(async () => {
  server = await editorServer()
  owner = await server.person('owner')
  workspace = (await owner.api.createWorkspace({ name: 'rows', start: 'blank', files: [] })).id
  deal = await owner.api.createObject({ workspace, source: TABLE, publish: true })
  const rows = ['a', 'b', 'c'].map((title, index) => ({ title, amount: 3 - index, secret: 'Passw0rd!' }))
  expect((await owner.api.addRows({ ...at(), rows })).rows).toEqual(
    rows.map(({ title, amount }, index) => ({ id: index + 1, title, amount })),
  )
}, 60_000)

afterAll(() => server.close())

describe('rows', () => {
  test.each([
    [{ sort: { column: 'amount', order: 'asc' } }, ['c', 'b', 'a']],
    [{ perPage: 2, page: 2 }, ['c']],
    [{ where: [{ column: 'amount', operator: '>=', value: 2 }] }, ['a', 'b']],
    [{ where: [{ column: 'title', operator: 'ilike', value: '%B%' }] }, ['b']],
    [{ where: [{ column: 'title', operator: '==', value: "' or 1=1 --" }] }, []],
    [{ where: [{ column: 'amount', operator: 'is null', value: null }] }, []],
  ])('%j', async (more, wanted) => {
    expect(await titles(more)).toEqual(wanted)
  })

  test('say how many there are in all', async () => {
    expect((await owner.api.rows({ ...at(), ...all, perPage: 1 })).total).toBe(3)
  })

  test.each([
    { where: [{ column: 'secret', operator: 'ilike', value: '%$%' }] },
    { sort: { column: 'secret', order: 'asc' } },
    { where: [{ column: 'gone', operator: '==', value: 1 }] },
    { sort: { column: 'id"; drop table x; --', order: 'asc' } },
  ])('a column that is not shown is no way to look at it (class 8): %j', async (more) => {
    await expect(titles(more)).rejects.toMatchObject({ status: 400, code: 'unknown_column' })
  })

  test('of an unknown table or datasource are refused', async () => {
    await expect(titles({ table: 'gone' })).rejects.toMatchObject({ status: 404, code: 'unknown_table' })
    await expect(titles({ datasource: 'gone' })).rejects.toMatchObject({ status: 404, code: 'unknown_datasource' })
    expect(await titles({ datasource: 'test' })).toEqual([])
  })

  test('are changed and deleted one by one; what is gone is said to be', async () => {
    const { rows } = await owner.api.addRows({ ...at(), rows: [{ title: 'x' }, { title: 'y' }] })
    const ids = rows.map(({ id }) => id as number)
    const change = { ...at(), id: ids[0]!, values: { title: 'z', id: 1 } }
    expect((await owner.api.changeRow(change)).row).toMatchObject({ id: ids[0], title: 'z' })
    expect(await owner.api.deleteRows({ ...at(), ids })).toEqual({ deleted: 2 })
    await expect(owner.api.changeRow(change)).rejects.toMatchObject({ status: 404, code: 'unknown_row' })
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })

  test('are added all or none', async () => {
    const rows = [{ title: 'x' }, { title: 'y', amount: 'not a number' }]
    await expect(owner.api.addRows({ ...at(), rows })).rejects.toMatchObject({ status: 400, code: 'invalid_value' })
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })
})

describe('a change of the schema', () => {
  const renamed = TABLE.replace('text title', 'text name').replace('int amount?', 'int amount?\n    bool open?')

  test('shows its SQL and runs nothing', async () => {
    const ask = { workspace, object: deal.id, source: renamed, datasource: 'live', renames: {}, consent: [] }
    const kept = await owner.api.previewTable(ask)
    expect(kept.statements.join('\n')).toContain('add column "name" text')
    expect(kept.warnings.map(({ reason }) => reason)).toContain('column_kept')
    const moved = await owner.api.previewTable({ ...ask, renames: { 'deal.name': 'title' } })
    expect(moved.statements.join('\n')).toContain('rename column "title" to "name"')
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })

  test('that could lose data waits for consent', async () => {
    const source = TABLE.replace('text title', 'int title')
    const ask = { workspace, object: deal.id, source, datasource: 'live', renames: {} }
    const [destructive] = (await owner.api.previewTable({ ...ask, consent: [] })).destructive
    expect(destructive).toMatchObject({ table: 'deal', column: 'title' })
    const agreed = await owner.api.previewTable({ ...ask, consent: [destructive!.key] })
    expect(agreed.destructive).toEqual([])
  })

  test('is published with its renames, and the values are still there', async () => {
    const saved = await owner.api.saveDraft({
      workspace,
      object: deal.id,
      source: renamed,
      expectedEdition: deal.edition,
    })
    const ask = { workspace, object: deal.id, note: '', consent: [], renames: { 'deal.name': 'title' } }
    await expect(owner.api.publishTable({ ...ask, expectedEdition: deal.edition })).rejects.toMatchObject({
      code: 'draft_conflict',
    })
    expect(await owner.api.publishTable({ ...ask, expectedEdition: saved.edition })).toMatchObject({ published: true })
    const { rows } = await owner.api.rows({ ...at(), ...all })
    expect(rows.map(({ name, open }) => [name, open])).toEqual(['a', 'b', 'c'].map((name) => [name, false]))
  })

  test('of a text that is no table is refused', async () => {
    const ask = {
      workspace,
      object: deal.id,
      source: 'function "x" {\n}\n',
      datasource: 'live',
      renames: {},
      consent: [],
    }
    await expect(owner.api.previewTable(ask)).rejects.toMatchObject({ status: 400, code: 'table_unreadable' })
  })
})
