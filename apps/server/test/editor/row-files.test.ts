import { INPUT_HEADER, importLine, type ImportLine } from '@cairn/contract'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const COMPANY = `table "company" {
  schema {
    int id
    text name
  }
}
`
const PERSON = `table "person" {
  schema {
    int id
    text name
    email email?
    int? age?
    bool active?
    timestamp? seen_at?
    enum? level? {
      values = ["junior", "senior"]
    }
    json? extra?
    text[]? tags?
    int? company_id? {
      table = "company"
    }
    password secret?
  }
  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree|unique", field: [{name: "email", op: "asc"}]}
  ]
}
`

const { server, owner } = await ownedServer()
let workspace: number
const at = (table = 'person') => ({ workspace, table, datasource: 'live' })
const COLUMNS = ['name', 'email', 'age', 'active', 'seen_at', 'level', 'extra', 'tags']

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'files', start: 'blank', files: [] })).id
  for (const source of [COMPANY, PERSON]) await owner.api.createObject({ workspace, source, publish: true })
}, 60_000)

const rowsOf = async (table = 'person') => {
  const ask = { after: null, skip: 0, perPage: 500, count: true, where: [], sort: null }
  return owner.api.rows({ ...at(table), ...ask })
}

beforeEach(async () => {
  for (const table of ['person', 'company']) {
    const ids = (await rowsOf(table)).rows.map(({ id }) => id as number)
    if (ids.length > 0) await owner.api.deleteRows({ ...at(table), ids })
  }
})

const send = async (path: string, headers: Record<string, string>, body: string | ReadableStream) => {
  const streamed = typeof body === 'string' ? {} : { duplex: 'half' as const }
  return fetch(`${server.url}/api:meta${path}`, {
    method: 'POST',
    headers: { ...owner.headers, ...headers },
    body,
    ...streamed,
  })
}

const upload = async (file: string, columns: (string | null)[], more: object = {}): Promise<ImportLine[]> => {
  const input = encodeURIComponent(JSON.stringify({ ...at(), separator: ',', columns, ...more }))
  const response = await send('/rows/import', { 'content-type': 'text/csv', [INPUT_HEADER]: input }, file)
  const text = await response.text()
  expect([response.status, text]).toEqual([200, text])
  return text
    .trim()
    .split('\n')
    .map((line) => importLine.parse(JSON.parse(line)))
}

const download = async (more: object = {}) => {
  const body = JSON.stringify({ ...at(), columns: COLUMNS, where: [], sort: null, ...more })
  const response = await send('/rows/export', { 'content-type': 'application/json' }, body)
  return { status: response.status, text: await response.text() }
}

describe('a CSV file', () => {
  const FILE = `\uFEFFname,email,age,active,seen_at,level,extra,tags
Ada,ADA@example.com,36,yes,2026-01-31T12:00:00.000Z,senior,"{""a"":[1]}","[""x"",""y""]"
"Hopper, ""Grace""",grace@example.com,,false,,,,
"two
lines",third@example.com,,false,,junior,,
`

  test('is imported, and exported as it was', async () => {
    expect(await upload(FILE, COLUMNS)).toEqual([
      { kind: 'progress', rows: 3 },
      { kind: 'done', added: 3 },
    ])
    const { rows } = await rowsOf()
    expect(rows[0]).toMatchObject({
      name: 'Ada',
      email: 'ADA@example.com',
      age: 36,
      active: true,
      seen_at: Date.UTC(2026, 0, 31, 12),
      level: 'senior',
      extra: { a: [1] },
      tags: ['x', 'y'],
    })
    expect(rows[1]).toMatchObject({ name: 'Hopper, "Grace"', age: null, tags: null })
    const written = FILE.replace('\uFEFF', '').replace(',yes,', ',true,')
    expect((await download()).text).toBe(written.replaceAll('\n', '\r\n').replace('"two\r\nlines"', '"two\nlines"'))
  })

  test('is exported as it is filtered and sorted', async () => {
    await upload(FILE, COLUMNS)
    const where = [{ column: 'age', operator: 'is null', value: null }]
    const sort = { column: 'email', order: 'desc' }
    expect((await download({ columns: ['id', 'email'], where, sort })).text).toMatch(
      /^id,email\r\n\d+,third@example\.com\r\n\d+,grace@example\.com\r\n$/,
    )
  })

  test('says by line what does not fit, and nothing is written', async () => {
    const file = `${FILE}X,x@example.com,many,maybe,soon,boss,{,a\n`
    const [answer] = (await upload(file, COLUMNS)).slice(-1)
    expect(answer).toMatchObject({ kind: 'wrong', more: false })
    expect(answer?.kind === 'wrong' && answer.wrong.map(({ line, column }) => `${line} ${column}`)).toEqual(
      ['age', 'active', 'seen_at', 'level', 'extra', 'tags'].map((column) => `6 ${column}`),
    )
    expect((await rowsOf()).total).toBe(0)
  })

  test('says by line what the table refuses, however late it stands', async () => {
    const lines = Array.from({ length: 4_500 }, (_, index) => `P${index},p${index}@example.com`)
    lines[4_200] = 'Twice,p7@example.com'
    const answers = await upload(`name,email\n${lines.join('\n')}\n`, ['name', 'email'])
    expect(answers.at(-1)).toEqual({
      kind: 'wrong',
      wrong: [{ line: 4_202, column: '', message: expect.stringContaining('Duplicate') as string }],
      more: false,
    })
    expect((await rowsOf()).total).toBe(0)
  })

  test('starts no formula in a spreadsheet, and is read back as it was (class 13)', async () => {
    const texts = ["=cmd|' /C calc'!A0", '+49 170 1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "'plain'", '-5']
    const rows = texts.map((name, index) => ({ name, email: `p${index}@example.com`, age: -5, extra: '=1+1' }))
    await owner.api.addRows({ ...at(), rows })
    const columns = ['name', 'email', 'age', 'extra']
    const { text } = await download({ columns })
    const cells = text.split('\r\n').flatMap((line) => line.split(','))
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell) && cell !== '-5')).toEqual([])
    // Numbers are numbers still.
    expect(cells.filter((cell) => cell === '-5')).toHaveLength(texts.length + 1)
    await owner.api.deleteRows({ ...at(), ids: (await rowsOf()).rows.map(({ id }) => id as number) })
    expect(await upload(text, columns)).toContainEqual({ kind: 'done', added: texts.length })
    expect((await rowsOf()).rows).toEqual(rows.map((row) => expect.objectContaining(row) as object))
  })

  test('may leave columns out; a line that is too long is wrong', async () => {
    expect(await upload('a;b\nAda;x', ['name', null], { separator: ';' })).toContainEqual({ kind: 'done', added: 1 })
    const [answer] = (await upload('a,b\nAda,x,y', ['name', null])).slice(-1)
    expect(answer).toMatchObject({ wrong: [{ line: 2, message: 'It has 3 cells where the head has 2.' }] })
  })

  test.each([
    ['a,b\n"x', 'csv_unreadable'],
    [`a,b\n"${'x'.repeat(5_000_000)}`, 'csv_unreadable'],
  ])('that is none is refused', async (file, code) => {
    expect((await upload(file, ['name', 'email'])).at(-1)).toMatchObject({ kind: 'failed', code })
    expect((await rowsOf()).total).toBe(0)
  })

  test('for an unknown column or table is refused', async () => {
    expect((await upload('a\nx', ['gone'])).at(-1)).toMatchObject({ kind: 'failed', code: 'unknown_column' })
    expect((await download({ columns: ['gone'] })).status).toBe(400)
    expect((await download({ table: 'gone' })).status).toBe(404)
  })

  test('never holds passwords, nor can it be searched by them (class 8)', async () => {
    await upload('name,secret\nAda,Passw0rd!', ['name', 'secret'])
    expect((await download({ columns: ['secret'] })).status).toBe(400)
    const where = [{ column: 'secret', operator: 'ilike', value: '%' }]
    expect((await download({ where })).status).toBe(400)
  })

  test('of which the sender leaves in the middle writes nothing', async () => {
    const input = encodeURIComponent(JSON.stringify({ ...at(), separator: ',', columns: ['name'] }))
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`name\n${'Ada\n'.repeat(50_000)}`))
        setTimeout(() => controller.error(new Error('left')), 300)
      },
    })
    await expect(send('/rows/import', { 'content-type': 'text/csv', [INPUT_HEADER]: input }, body)).rejects.toThrow(
      'fetch failed',
    )
    expect((await rowsOf()).total).toBe(0)
    // And holds up nobody after it.
    expect(await upload('name\nAda', ['name'])).toContainEqual({ kind: 'done', added: 1 })
  })
})

test('the beginning of a file says which columns it seems to have, and what does not fit', async () => {
  const sample = 'Name;E-Mail;AGE;unknown\nAda;ada@example.com;36;x\nGrace;;many;y\nhalf a li'
  expect(await owner.api.previewImport({ ...at(), sample })).toEqual({
    separator: ';',
    columns: [
      { header: 'Name', column: 'name', type: 'text', samples: ['Ada', 'Grace'], wrong: null },
      { header: 'E-Mail', column: 'email', type: 'email', samples: ['ada@example.com'], wrong: null },
      { header: 'AGE', column: 'age', type: 'int', samples: ['36', 'many'], wrong: '"many" is no whole number.' },
      { header: 'unknown', column: null, type: '', samples: ['x', 'y'], wrong: null },
    ],
  })
  await expect(owner.api.previewImport({ ...at(), sample: '' })).rejects.toMatchObject({ code: 'csv_empty' })
})

describe('rows made up', () => {
  const generate = (count: number, seed: number, table = 'person') =>
    owner.api.generateRows({ ...at(table), count, seed })
  const made = async () =>
    (await rowsOf()).rows.map((row) => {
      const { id: _, company_id: __, email, ...others } = row
      return { ...others, email: (email as string).replace(/\d+/, '') }
    })

  test('are the same for the same seed', async () => {
    await generate(20, 7)
    const first = await made()
    await generate(20, 7)
    expect((await made()).slice(20)).toEqual(first)
    await generate(20, 8)
    expect((await made()).slice(40)).not.toEqual(first)
  })

  test('fit their columns, point to rows that are there, and differ where they must', async () => {
    await generate(5, 1, 'company')
    const listed = (await rowsOf('company')).rows
    // A plain `name` is that of what the table holds.
    expect(listed.map(({ name }) => name)).toEqual(listed.map(() => expect.stringMatching(/ Ltd$/) as string))
    const companies = new Set(listed.map(({ id }) => id))
    expect(await generate(300, 2)).toEqual({ added: 300 })
    const { rows } = await rowsOf()
    expect(new Set(rows.map(({ email }) => email)).size).toBe(300)
    for (const row of rows) {
      expect(companies).toContain(row['company_id'])
      expect(row['email']).toMatch(/^[a-z]+\.[a-z]+\.\d+@example\.com$/)
      expect(['junior', 'senior']).toContain(row['level'])
      expect(row['age']).toBeGreaterThanOrEqual(18)
    }
  })

  test('are refused where too few can differ', async () => {
    const source = `table "pair" {
  schema {
    int id
    int company_id? {
      table = "company"
    }
  }
  index = [
    {type: "btree|unique", field: [{name: "company_id"}]}
  ]
}
`
    await owner.api.createObject({ workspace, source, publish: true })
    await generate(2, 1, 'company')
    await expect(generate(5, 1, 'pair')).rejects.toMatchObject({ code: 'not_enough_values' })
    expect((await rowsOf('pair')).total).toBe(0)
  })
})
