import { beforeAll, describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const TABLE = `table "deal" {
  schema {
    int id
    text title
    int amount?
    password secret?
  }
}
`

const { owner } = await ownedServer()
let workspace: number
let deal: { id: number; edition: number }
const at = () => ({ workspace, table: 'deal', datasource: 'live' })
const all = { after: null, skip: 0, perPage: 100, count: true, where: [], sort: null }
const titles = async (more: object = {}) =>
  (await owner.api.rows({ ...at(), ...all, ...more })).rows.map(({ title }) => title)

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'rows', start: 'blank', files: [] })).id
  deal = await owner.api.createObject({ workspace, source: TABLE, publish: true })
  const rows = ['a', 'b', 'c'].map((title, index) => ({ title, amount: 3 - index, secret: 'Passw0rd!' }))
  await owner.api.addRows({ ...at(), rows })
}, 60_000)

describe('rows', () => {
  test('hold their columns, passwords excepted', async () => {
    const { rows } = await owner.api.rows({ ...at(), ...all })
    expect(rows).toEqual([
      { id: 1, title: 'a', amount: 3 },
      { id: 2, title: 'b', amount: 2 },
      { id: 3, title: 'c', amount: 1 },
    ])
  })

  test.each([
    [{ sort: { column: 'amount', order: 'asc' } }, ['c', 'b', 'a']],
    [{ perPage: 2, skip: 2 }, ['c']],
    [{ where: [{ column: 'id', operator: 'in', value: [3, 1, 9] }] }, ['a', 'c']],
    [{ after: { id: 1, value: null } }, ['b', 'c']],
    [{ after: { id: 1, value: null }, skip: 1 }, ['c']],
    [{ where: [{ column: 'amount', operator: '>=', value: 2 }] }, ['a', 'b']],
    [{ where: [{ column: 'title', operator: 'ilike', value: '%B%' }] }, ['b']],
    [{ where: [{ column: 'title', operator: '==', value: "' or 1=1 --" }] }, []],
    [{ where: [{ column: 'amount', operator: 'is null', value: null }] }, []],
  ])('%j', async (more, wanted) => {
    expect(await titles(more)).toEqual(wanted)
  })

  test('say how many there are in all, where it is asked', async () => {
    expect((await owner.api.rows({ ...at(), ...all, perPage: 1 })).total).toBe(3)
    expect((await owner.api.rows({ ...at(), ...all, perPage: 1, count: false })).total).toBeNull()
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

  test('are pasted all or none, and the row that is wrong is named', async () => {
    const paste = (rows: { id: number | null; values: { [column: string]: string | number } }[]) =>
      owner.api.pasteRows({ ...at(), rows })
    const good = [
      { id: 1, values: { title: 'A' } },
      { id: null, values: { title: 'new', amount: 5 } },
    ]
    const wrong = paste([...good, { id: null, values: { amount: 'many' } }])
    await expect(wrong).rejects.toMatchObject({ status: 400, message: expect.stringContaining('Row 3: ') as string })
    await expect(paste([...good, { id: 99, values: {} }])).rejects.toMatchObject({ code: 'unknown_row' })
    expect(await titles()).toEqual(['a', 'b', 'c'])
    expect(await paste(good)).toEqual({ changed: 1, added: 1 })
    const { rows } = await owner.api.rows({ ...at(), ...all })
    expect(rows.map(({ title }) => title)).toEqual(['A', 'b', 'c', 'new'])
    await owner.api.deleteRows({ ...at(), ids: [rows[3]!['id'] as number] })
    await owner.api.changeRow({ ...at(), id: 1, values: { title: 'a' } })
  })

  test('are added all or none', async () => {
    const rows = [{ title: 'x' }, { title: 'y', amount: 'not a number' }]
    await expect(owner.api.addRows({ ...at(), rows })).rejects.toMatchObject({ status: 400, code: 'invalid_value' })
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })
})

describe('paging by the last row seen', () => {
  const TYPED = `table "typed" {
  schema {
    int id
    text word?
    int? number?
    decimal? part?
    bool? flag?
    timestamp? at?
    date? day?
    uuid? key?
    enum? state? {
      values = ["open", "shut"]
    }
  }
}
`
  const values = [null, 0, 1, 2].flatMap((seed) => [seed, seed])
  const uuid = (seed: number) => `0000000${seed}-0000-4000-8000-000000000000`
  const typed = { workspace: 0, table: 'typed', datasource: 'live' }

  beforeAll(async () => {
    typed.workspace = workspace
    await owner.api.createObject({ workspace, source: TYPED, publish: true })
    const rows = values.map((seed) =>
      seed === null
        ? { word: '' }
        : {
            word: `w${seed}`,
            number: seed,
            part: seed / 4,
            flag: seed > 0,
            at: 1_700_000_000_000 + seed,
            day: `2026-01-0${seed + 1}`,
            key: uuid(seed),
            state: seed > 1 ? 'shut' : 'open',
          },
    )
    await owner.api.addRows({ ...typed, rows })
  })

  const columns = ['id', 'word', 'number', 'part', 'flag', 'at', 'day', 'key', 'state']
  test.each(columns.flatMap((column) => (['asc', 'desc'] as const).map((order) => ({ column, order }))))(
    'leaves out and repeats nothing: $column $order',
    async (sort) => {
      const ask = { ...typed, ...all, sort, count: false }
      const wanted = (await owner.api.rows(ask)).rows.map(({ id }) => id)
      expect(wanted).toHaveLength(values.length)
      const seen: unknown[] = []
      for (let after: { id: number; value: string | number | null } | null = null; ;) {
        const page: { rows: { [name: string]: unknown }[] } = await owner.api.rows({ ...ask, after, perPage: 1 })
        const [row] = page.rows
        if (row === undefined) break
        seen.push(row['id'])
        after = { id: row['id'] as number, value: row[sort.column] as string | number | null }
        if (seen.length > values.length) break
      }
      expect(seen).toEqual(wanted)
    },
  )
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
