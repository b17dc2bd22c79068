import { beforeAll, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { server, owner } = await ownedServer()
let workspace: number
let base: string

const group = 'Main'
const table = (name: string, columns: string, auth = false) =>
  `table "${name}" {\n  auth = ${auth}\n\n  schema {\n    int id\n    ${columns}\n  }\n}\n`

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'made', start: 'blank', files: [] })).id
  for (const source of [
    'api_group "Main" {\n  canonical = "main"\n}\n',
    table('deal', 'text title'),
    table('staff', 'text email\n    password password', true),
    table('visitor', 'text name', true),
  ]) {
    await owner.api.createObject({ workspace, source, publish: true })
  }
  base = `${server.url}/api:main`
}, 60_000)

const send = async (method: string, path: string, body?: unknown, token = '') => {
  const response = await fetch(`${base}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  return [response.status, answer] as const
}

test('the endpoints of a table answer at once, and those that are there stay', async () => {
  const template = { from: 'crud', table: 'deal', auth: null, endpoints: ['list', 'add'] } as const
  const first = await owner.api.createEndpoints({ workspace, group, template: { ...template, endpoints: ['add'] } })
  expect(first).toMatchObject({ created: [{ verb: 'POST', name: 'deal', published: true }], kept: [] })
  const second = await owner.api.createEndpoints({
    workspace,
    group,
    template: { ...template, endpoints: ['list', 'get', 'add', 'patch', 'delete'] },
  })
  expect(second.created.map(({ verb, name }) => `${verb} ${name}`)).toEqual([
    'GET deal',
    'GET deal/{deal_id}',
    'PATCH deal/{deal_id}',
    'DELETE deal/{deal_id}',
  ])
  expect(second.kept).toEqual(['POST deal'])

  expect(await send('POST', 'deal', { title: 'Big' })).toMatchObject([200, { id: 1, title: 'Big' }])
  expect(await send('PATCH', 'deal/1', { title: 'Bigger' })).toMatchObject([200, { title: 'Bigger' }])
  expect(await send('GET', 'deal')).toMatchObject([200, [{ id: 1, title: 'Bigger' }]])
  expect(await send('DELETE', 'deal/1')).toEqual([200, null])
  expect(await send('GET', 'deal/1')).toMatchObject([404, { code: 'ERROR_CODE_NOT_FOUND' }])
})

test('sign-up, login and me work with a table that has no more columns than they need', async () => {
  const template = { from: 'authentication', table: 'staff', endpoints: ['signup', 'login', 'me'] } as const
  const made = await owner.api.createEndpoints({
    workspace,
    group,
    template: { ...template, endpoints: [...template.endpoints] },
  })
  expect(made.created.every(({ published }) => published)).toBe(true)
  const person = { email: 'grace@example.com', password: 'quiet words 4' }
  const [status, signedUp] = await send('POST', 'auth/signup', person)
  expect(status).toBe(200)
  const { authToken } = signedUp as { authToken: string }
  expect(await send('GET', 'auth/me', undefined, authToken)).toEqual([200, { id: 1, email: 'grace@example.com' }])
  expect(await send('POST', 'auth/login', { ...person, password: 'no' })).toMatchObject([403, {}])
})

test('an upload asks for the token of its table', async () => {
  const template = { from: 'upload' as const, auth: 'staff', endpoints: ['image' as const] }
  await owner.api.createEndpoints({ workspace, group, template })
  expect((await send('POST', 'upload/image', {}))[0]).toBe(401)
})

const crud = { from: 'crud' as const, table: 'deal', auth: null, endpoints: ['edit' as const] }
const signup = { from: 'authentication' as const, table: 'visitor', endpoints: ['signup' as const] }

test.each([
  ['unknown_group', { group: 'Nowhere', template: crud }],
  ['unknown_table', { group, template: { ...crud, table: 'nothing' } }],
  ['unknown_table', { group, template: { ...crud, auth: 'nothing' } }],
  ['not_auth_table', { group, template: { ...crud, auth: 'deal' } }],
  ['not_auth_table', { group, template: { ...signup, table: 'deal' } }],
  ['column_missing', { group, template: signup }],
  ['input_invalid', { group, template: { ...crud, endpoints: [] } }],
])('%s: nothing is made', async (code, ask) => {
  const before = await owner.api.objects({ workspace })
  await expect(owner.api.createEndpoints({ workspace, ...ask })).rejects.toMatchObject({ code })
  expect(await owner.api.objects({ workspace })).toEqual(before)
})
