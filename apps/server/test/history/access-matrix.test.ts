import { beforeAll, expect, test } from 'vitest'
import { ownedServer } from '../editor/editor-server.ts'

const { server, owner } = await ownedServer()
let workspace: number

const table = (name: string) =>
  `table ${name} {\n  auth = true\n  schema {\n    int id\n    text name?\n  }\n  index = [{type: "primary", field: [{name: "id"}]}]\n}`
const endpoint = (path: string, verb: string, auth: string, stack: string, group = 'main', response = '1') =>
  `query "${path}" verb=${verb} {\n  api_group = "${group}"\n${auth === '' ? '' : `  auth = "${auth}"\n`}  input {\n  }\n  stack {\n${stack}\n  }\n  response = ${response}\n}`

const texts = [
  table('user'),
  table('admin'),
  'api_group main {\n  canonical = "matrix"\n}',
  endpoint('open', 'POST', '', 'db.add user {\n data = {name: "made"}\n } as $x'),
  endpoint('own/{id}', 'DELETE', 'user', 'db.bulk.delete user {\n where = $db.user.id > 0\n } as $x'),
  endpoint('staff', 'GET', 'admin', 'precondition (false) {\n error_type = "accessdenied"\n error = "No role."\n }'),
  'api_group outside {\n canonical = "outside"\n}',
  endpoint(
    'me',
    'GET',
    'user',
    'db.get user {\n field_name = "id"\n field_value = $auth.id\n } as $x',
    'outside',
    '{is: $x.name, has: $auth.extras}',
  ),
  endpoint('out', 'GET', '', 'api.request {\n url = "https://example.com/told"\n method = "GET"\n } as $x', 'outside'),
  endpoint('count', 'GET', '', 'redis.incr {\n key = "rehearsed"\n by = 1\n } as $x', 'outside', '$x'),
  endpoint('staff', 'GET', 'admin', '', 'outside'),
].join('\n---\n')

beforeAll(async () => {
  workspace = (
    await owner.api.createWorkspace({ name: 'access', start: 'files', files: [{ path: 'a.xs', text: texts }] })
  ).id
  await owner.api.addRows({ workspace, table: 'user', datasource: 'live', rows: [{ name: 'Ada' }] })
}, 60_000)

test('every endpoint is called as everybody, and nothing of it stays', async () => {
  const { identities, rows } = await owner.api.accessMatrix({ workspace, group: 'main' })
  expect(identities.map(({ label }) => label)).toEqual([
    'No token',
    'A row of user',
    'Debugger’s token of user',
    'A row of admin',
    'Debugger’s token of admin',
    'Expired',
    'Changed by a character',
    'Of another workspace',
    'Of another datasource',
  ])
  const statuses = rows.map(({ path, answers }) => [path, ...answers.map(({ status }) => status)])
  expect(statuses).toEqual([
    ['open', 200, 200, 200, 200, 200, 401, 401, 401, 401],
    ['own/{id}', 401, 200, 200, 401, 401, 401, 401, 401, 401],
    ['staff', 401, 401, 401, 403, 403, 401, 401, 401, 401],
  ])
  expect(rows.flatMap(({ answers }) => answers).every(({ asExpected }) => asExpected)).toBe(true)

  const { total } = await owner.api.rows({
    workspace,
    table: 'user',
    datasource: 'live',
    after: null,
    skip: 0,
    count: true,
    perPage: 10,
    where: [],
    sort: null,
  })
  expect(total).toBe(1)
  const from = new Date(Date.now() - 60_000).toISOString()
  expect((await owner.api.requests({ workspace, filter: { from }, limit: 100, after: null })).requests).toEqual([])
})

test('a group is seen as one row, with what each endpoint answers, and nothing gets out or stays', async () => {
  const ask = { workspace, group: 'outside', table: 'user', id: 1 }
  await owner.api.viewAs(ask)
  const { calls } = await owner.api.viewAs(ask)
  const seen = calls.map(({ path, answer }) => [path, answer.status, JSON.parse(answer.body) as unknown])
  expect(seen).toEqual([
    ['me', 200, { is: 'Ada', has: {} }],
    ['out', 500, expect.objectContaining({ message: 'A rehearsal reaches nothing outside.' })],
    ['count', 200, 1],
    ['staff', 401, expect.objectContaining({ code: 'ERROR_CODE_UNAUTHORIZED' })],
  ])
  const [first] = calls
  expect(first).toMatchObject({ verb: 'GET', auth: 'user', answer: { cut: false, asExpected: true } })
  expect(first!.answer.size).toBe(first!.answer.body.length)
})

test('nobody is seen as a row that is not there, or of a table that signs nobody in', async () => {
  const ask = { workspace, group: 'main', table: 'user', id: 1 }
  await expect(owner.api.viewAs({ ...ask, id: 4711 })).rejects.toMatchObject({ status: 404, code: 'unknown_row' })
  await expect(owner.api.viewAs({ ...ask, table: 'none' })).rejects.toMatchObject({ code: 'unknown_auth_table' })
  await expect(owner.api.viewAs({ ...ask, group: 'none' })).rejects.toMatchObject({ code: 'unknown_group' })
})

test('a viewer calls nothing', async () => {
  const viewer = await server.person('viewer')
  await server.join(workspace, viewer, 'viewer')
  await expect(viewer.api.accessMatrix({ workspace, group: 'main' })).rejects.toMatchObject({ code: 'role_too_low' })
  const as = viewer.api.viewAs({ workspace, group: 'main', table: 'user', id: 1 })
  await expect(as).rejects.toMatchObject({ code: 'role_too_low' })
  await expect(owner.api.accessMatrix({ workspace, group: 'none' })).rejects.toMatchObject({ code: 'unknown_group' })
})
