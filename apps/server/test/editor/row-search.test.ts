import { beforeAll, expect, test } from 'vitest'
import { ownedServer, type Person } from './editor-server.ts'

const TABLE = `table "person" {
  schema {
    int id
    text name
    email email?
    text[] tags?
    password secret?
    text note? {
      visibility = "private"
    }
    text key? {
      visibility = "internal"
    }
    text pin? {
      sensitive = true
    }
  }
}
`

const { server, owner } = await ownedServer()
let viewer: Person
let workspace: number
const find = (text: string, who = owner, datasource = 'live') => who.api.searchRows({ workspace, datasource, text })

beforeAll(async () => {
  viewer = await server.person('viewer')
  workspace = (await owner.api.createWorkspace({ name: 'row search', start: 'blank', files: [] })).id
  await server.join(workspace, viewer, 'viewer')
  await owner.api.createObject({ workspace, source: TABLE, publish: true })
  const plain = (table: string) => `table "${table}" {\n  schema {\n    uuid id\n    text title\n  }\n}\n`
  await owner.api.createObject({ workspace, source: plain('thing'), publish: true })
  const add = (table: string, rows: Record<string, string>[]) =>
    owner.api.addRows({ workspace, table, datasource: 'live', rows })
  const hidden = { secret: 'Hidden-pass-1', note: 'hidden note', key: 'hidden key', pin: 'hidden pin' }
  await add('person', [
    { name: 'Ada Lovelace', email: 'ada@example.com', ...hidden },
    { name: '100% sure_thing', email: 'grace@example.com', ...hidden },
  ])
  await add('thing', [{ title: 'The engine of Ada' }, ...Array.from({ length: 9 }, () => ({ title: 'many' }))])
}, 60_000)

test('rows of any table are found by what their texts hold, by whoever may look at them', async () => {
  for (const who of [owner, viewer]) {
    expect(await find('ada', who)).toEqual({
      rows: [
        { table: 'person', id: 1, column: 'name', text: 'Ada Lovelace' },
        { table: 'thing', id: expect.stringMatching(/^[0-9a-f-]{36}$/), column: 'title', text: 'The engine of Ada' },
      ],
      more: false,
    })
  }
  expect((await find('GRACE@')).rows).toMatchObject([{ id: 2, column: 'email', text: 'grace@example.com' }])
  expect((await find('ada', owner, 'test')).rows).toEqual([])
})

test('few of a table, and that there are more', async () => {
  const { rows, more } = await find('many')
  expect([rows.length, more]).toEqual([5, true])
})

test.each(['hidden', 'Hidden-pass', '$scrypt', 'hidden note', 'hidden key', 'hidden pin'])(
  'what is hidden is no way to find a row (class 8): %s',
  async (text) => {
    expect(await find(text)).toEqual({ rows: [], more: false })
  },
)

test.each([
  ['100%', 1],
  ['0% sure_', 1],
  ['%%', 0],
  ['a_a', 0],
  ["' or ''='", 0],
  ['\\', 0],
])('%s is a text and no pattern', async (text, count) => {
  expect((await find(text.padEnd(2, '\\'))).rows).toHaveLength(count)
})

test('is refused without a role, and of an unknown datasource', async () => {
  const stranger = await server.person('stranger')
  await expect(find('ada', stranger)).rejects.toMatchObject({ code: 'unknown_workspace' })
  await expect(find('ada', owner, 'gone')).rejects.toMatchObject({ code: 'unknown_datasource' })
})
