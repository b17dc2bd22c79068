import { checkStable, parse, stackOf } from '@cairn/language'
import { expect, test } from 'vitest'
import { authLogin, authMe, authSignup, crudQueries, uploadQueries, userTable } from '../../src/index.ts'
import { field, table } from '../inputs/field.ts'

const deal = table('deal', [
  field('int', 'id'),
  field('timestamp', 'created_at'),
  field('text', 'title'),
  field('text', 'odd name'),
  field('text', 'secret', { visibility: 'internal' }),
  field('text', 'gone', { disabled: true }),
])
const strange = table('a "b" \\{c}/..', [field('uuid', 'id'), field('text', '__proto__')])
const open = { apiGroup: 'Deals', auth: null }
const closed = { apiGroup: 'The "deals"\n', auth: 'user' }
const hostile = { table: 'x" {\n}\n---\nfunction "y', apiGroup: '\\"', columns: ['email', 'password'] }

const texts: [what: string, text: string][] = [
  ['the user table', userTable()],
  ['sign-up', authSignup()],
  ['login', authLogin()],
  ['me', authMe()],
  ['a table of any name', userTable(hostile.table)],
  ['sign-up to any table', authSignup(hostile)],
  ['login to any table', authLogin(hostile)],
  ['me of any table', authMe(hostile)],
  ...Object.entries(uploadQueries(open)).map(([name, text]): [string, string] => [`upload ${name}`, text]),
  ...Object.entries(uploadQueries({ ...closed, apiGroup: hostile.table })).map(([name, text]): [string, string] => [
    `upload ${name} to any group`,
    text,
  ]),
  ...Object.entries(crudQueries(deal, open)).map(([name, text]): [string, string] => [`${name} deal`, text]),
  ...Object.entries(crudQueries(strange, closed)).map(([name, text]): [string, string] => [`${name} strange`, text]),
]

test.each(texts)('%s is one object without a diagnostic, printed as it prints', (_, text) => {
  const { file, diagnostics } = parse(text)
  expect(diagnostics).toEqual([])
  expect(file.objects.map((object) => object.kind)).toEqual(['statement'])
  expect(checkStable(text)).toEqual({ stable: true, diagnostics: [] })
})

const crud = crudQueries(deal, open)

test.each<[text: string, statements: string[], says: string[]]>([
  [
    authLogin(),
    ['db.get', 'precondition', 'security.check_password', 'precondition', 'security.create_auth_token'],
    [
      'query "auth/login" verb=POST',
      'output = ["id", "created_at", "name", "email", "password"]',
      '"Invalid Credentials."',
    ],
  ],
  [
    authSignup(),
    ['db.get', 'precondition', 'db.add', 'security.create_auth_token'],
    [
      'query "auth/signup" verb=POST',
      '"This account is already in use."',
      'error_type = "accessdenied"',
      'expiration = 86400',
    ],
  ],
  [
    authMe(),
    ['db.get'],
    ['query "auth/me" verb=GET', 'auth = "user"', 'output = ["id", "created_at", "name", "email"]'],
  ],
  [crud.list, ['db.query'], ['query "deal" verb=GET', 'return = {type: "list"}']],
  [crud.get, ['db.get', 'precondition'], ['"deal/{deal_id}" verb=GET', 'int deal_id? filters=min:1', '"Not Found."']],
  [crud.add, ['db.add'], ['"deal" verb=POST', 'title: $input.title', '"odd name": $input."odd name"']],
  [crud.patch, ['util.get_raw_input', 'db.patch'], ['"deal/{deal_id}" verb=PATCH', '`$input|pick:($raw_input|keys)`']],
  [crud.edit, ['db.edit'], ['"deal/{deal_id}" verb=PUT']],
  [crud.delete, ['db.del'], ['"deal/{deal_id}" verb=DELETE', 'response = null']],
])('the stack of endpoint %#', (text, statements, says) => {
  const [query] = parse(text).file.objects
  const stack = query?.kind === 'statement' ? stackOf(query.body) : null
  expect(stack?.items.map((item) => (item.kind === 'statement' ? item.name : item.kind))).toEqual(statements)
  for (const part of says) expect(text).toContain(part)
})

test('sign-up, login and me keep to the columns that the table has', () => {
  const texts = [authSignup, authLogin, authMe].map((write) =>
    write({ table: 'staff', apiGroup: 'Staff', columns: ['id', 'email', 'password'] }),
  )
  for (const text of texts) expect(text).not.toMatch(/\bname\b|created_at/)
  expect(texts[1]).toContain('output = ["id", "email", "password"]')
})

test('uploads keep a file of their own kind', () => {
  const uploads = uploadQueries(open)
  expect(uploads.image).toContain('query "upload/image" verb=POST')
  expect(uploads.image).toContain('storage.create_image')
  expect(uploads.attachment).toContain('storage.create_attachment')
  expect(uploads.video).toContain('storage.create_video')
  expect(uploads.audio).toContain('storage.create_audio')
})

test('columns that a database link does not show are in no endpoint', () => {
  const all = Object.values(crud).join('\n')
  expect(all).not.toContain('secret')
  expect(all).not.toContain('gone')
})

test('a public endpoint has no auth, a closed one names its table', () => {
  expect(crud.list).not.toContain('auth =')
  expect(crudQueries(deal, closed).list).toContain('auth = "user"')
})
