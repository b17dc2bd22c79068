import { expect, test } from 'vitest'
import { parse, readObject, type Statement, type WorkspaceItem } from '../src/index.ts'

function read(text: string): { object: WorkspaceItem; codes: string[] } {
  const { file, diagnostics: parsing } = parse(text)
  const { object, diagnostics } = readObject(file.objects[0] as Statement, text)
  return { object, codes: [...parsing, ...diagnostics].map(({ code }) => code) }
}

const DAY = Date.UTC(2026, 6, 18)
const DOCS = { access: 'members', token: null }
const CORS = { mode: 'default', credentials: false, origins: [], methods: [], headers: [], maxAge: 3600 }

test.each<[string, object]>([
  [
    'table user {\n auth = true\n guid = "g"\n tags = ["a", "b"]\n }',
    { kind: 'table', name: 'user', auth: true, guid: 'g' },
  ],
  ['table "a b" {\n description = "x"\n }', { name: 'a b', auth: false, description: 'x', fields: [], indexes: [] }],
  [
    'table t {\n schema {\n int id\n text name\n }\n }',
    {
      fields: [
        expect.objectContaining({ name: 'id', type: 'int' }),
        expect.objectContaining({ name: 'name', type: 'text' }),
      ],
    },
  ],
  [
    'table t {\n index = [{type: "primary", field: [{name: "id"}]}, {type: "btree|unique", field: [{name: "a", op: "desc"}]}]\n }',
    {
      indexes: [
        { type: 'primary', fields: [{ name: 'id', op: null }], name: null, language: null },
        { type: 'unique', fields: [{ name: 'a', op: 'desc' }], name: null, language: null },
      ],
    },
  ],
  [
    'table t {\n index = [{name: "s", lang: "english", type: "search", field: [{name: "a", op: "A"}]}]\n }',
    { indexes: [{ type: 'search', fields: [{ name: 'a', op: 'A' }], name: 's', language: 'english' }] },
  ],
  ['api_group g {\n }', { canonical: null, active: true, docs: DOCS, cors: CORS, middleware: null }],
  [
    'api_group g {\n canonical = "abc"\n active = false\n swagger = false\n }',
    { canonical: 'abc', active: false, docs: DOCS },
  ],
  ['api_group g {\n swagger = true\n }', { docs: { access: 'public', token: null } }],
  ['api_group g {\n swagger = {active: true}\n }', { docs: { access: 'public', token: null } }],
  ['api_group g {\n swagger = {token: "x"}\n }', { docs: { access: 'token', token: 'x' } }],
  ['api_group g {\n swagger = {active: false, token: "x"}\n }', { docs: DOCS }],
  ['api_group g {\n swagger = {token: ""}\n }', { docs: DOCS }],
  ['api_group g {\n swagger = {token: 1}\n }', { docs: DOCS }],
  [
    'api_group g {\n cors = {origins: ["https://a.test"], credentials: true, max_age: 5}\n }',
    { cors: { ...CORS, mode: 'custom', origins: ['https://a.test'], credentials: true, maxAge: 5 } },
  ],
  [
    'function a/b {\n }',
    { kind: 'function', name: 'a/b', inputs: [], stack: null, response: null, tests: [], cache: null },
  ],
  ['function f {\n stack {\n return\n }\n response = $x\n }', { stack: { kind: 'body' }, response: { name: 'x' } }],
  [
    'function f {\n test "t" {\n input = {a: 1}\n datasource = "live"\n expect.to_be_true ($response)\n }\n }',
    { tests: [{ name: 't', input: { kind: 'object' }, datasource: 'live' }] },
  ],
  ['query "/deals/{deal_id}" verb=PATCH {\n }', { path: 'deals/{deal_id}', verb: 'PATCH', apiGroup: null, auth: null }],
  [
    'query deals/{deal_id} verb=get {\n }',
    { path: 'deals/{deal_id}', verb: 'GET', active: true, responseType: 'standard' },
  ],
  [
    'query q verb=GET {\n api_group = "g"\n auth = "user"\n active = false\n }',
    { apiGroup: 'g', auth: 'user', active: false },
  ],
  [
    'query q verb=GET {\n auth = false\n response_type = "stream"\n }',
    { auth: null, active: true, responseType: 'stream' },
  ],
  [
    'query q verb=GET {\n middleware = {pre: [{name: "a"}, {name: "b", active: false}, "c", {name: ""}]}\n }',
    { middleware: { pre: [on('a'), { name: 'b', active: false }, on('c')], post: null } },
  ],
  [
    'query q verb=GET {\n cache = {ttl: 60, ip: true, headers: ["x"], input: false}\n }',
    { cache: { ttl: 60, input: false, auth: true, datasource: true, ip: true, headers: ['x'], env: [] } },
  ],
  [
    'task t {\n schedule = [{starts_on: 2026-07-18 00:00:00+0000, freq: 300}]\n }',
    { active: true, schedule: [{ startsOn: DAY, freq: 300, endsOn: null }] },
  ],
  [
    'task t {\n active = false\n datasource = "live"\n schedule {\n events = [{starts_on: 2026-07-18 02:00:00+0200, ends_on: 2026-07-19}]\n }\n }',
    { active: false, datasource: 'live', schedule: [{ startsOn: DAY, freq: null, endsOn: DAY + 86_400_000 }] },
  ],
  [
    'table_trigger t {\n table = "a"\n actions = {insert: true, delete: false}\n datasources = ["live"]\n where = $db.NEW.a == 1\n }',
    {
      table: 'a',
      actions: { insert: true, update: false, delete: false, truncate: false },
      datasources: ['live'],
      where: { kind: 'binary' },
      active: true,
    },
  ],
  ['middleware m {\n }', { responseStrategy: 'merge', exceptionPolicy: 'rethrow' }],
  [
    'middleware m {\n response_strategy = "replace"\n exception_policy = "silent"\n }',
    { responseStrategy: 'replace', exceptionPolicy: 'silent' },
  ],
  ['addon a {\n stack {\n }\n }', { kind: 'addon', name: 'a', stack: { items: [] } }],
  ['tool t {\n instructions = "do"\n }', { kind: 'tool', instructions: 'do', auth: null }],
  ['workflow_test w {\n datasource = "test"\n }', { kind: 'workflow_test', datasource: 'test' }],
  [
    'workspace w {\n env = {A: "x", B: 1, C: null, D: [1]}\n }',
    { kind: 'workspace', env: { A: 'x', B: '1', C: '', D: '[1]' } },
  ],
  [
    'branch v1 {\n middleware = {query: {pre: [{name: "a"}]}, task: {}}\n }',
    { middleware: { query: { pre: [on('a')], post: null }, function: null, task: null, tool: null } },
  ],
  [
    'run.job j {\n main = {name: "f", input: {a: $env.x}}\n env = ["KEY"]\n }',
    { kind: 'run.job', name: 'j', main: { name: 'f', input: { kind: 'object' } }, env: ['KEY'] },
  ],
  ['run.job j {\n main = {input: {}}\n }', { main: null, env: [] }],
  ['agent a {\n canonical = "x"\n }', { kind: 'other', construct: 'agent', name: 'a' }],
])('%s', (text, expected) => {
  const { object, codes } = read(text)
  expect(codes).toEqual([])
  expect(object).toMatchObject(expected)
})

test.each<[string, string[], object]>([
  ['function {\n }', ['missing_name'], { name: '' }],
  ['function $x {\n }', ['missing_name'], { name: '' }],
  ['query q {\n }', ['unknown_verb'], { verb: 'GET' }],
  ['query q verb=FETCH {\n }', ['unknown_verb'], { verb: 'GET' }],
  ['query q verb=GET {\n response_type = "xml"\n }', ['attribute_type'], { responseType: 'standard' }],
  ['table t {\n auth = "maybe"\n }', ['attribute_type'], { auth: false }],
  ['table t {\n index = [{type: "hash", field: [{name: "a"}]}]\n }', ['unknown_index_type'], { indexes: [] }],
  ['task t {\n schedule = [{freq: 5}]\n }', ['unreadable_event'], { schedule: [] }],
  ['task t {\n schedule = [{starts_on: 2026-13-40, freq: 5}]\n }', ['unreadable_event'], { schedule: [] }],
  ['task t {\n schedule = [{starts_on: 2026-07-18, freq: 0}]\n }', ['unreadable_event'], { schedule: [] }],
  ['middleware m {\n exception_policy = "ignore"\n }', ['attribute_type'], { exceptionPolicy: 'rethrow' }],
  ['api_group g {\n tags = "a"\n }', ['attribute_type'], { tags: [] }],
])('%s says %o', (text, expectedCodes, expected) => {
  const { object, codes } = read(text)
  expect(codes).toEqual(expectedCodes)
  expect(object).toMatchObject(expected)
})

test.each<[string, object]>([
  ['query q verb=GET {\n auth = $table\n }', { active: false }],
  ['query q verb=GET {\n auth = true\n }', { active: false }],
  ['query q verb=GET {\n auth = "user\n }', { active: false }],
  ['query q verb=GET {\n auth "user"\n else if (1)\n }', { active: false }],
  ['api_group g {\n cors = {mode: "some"}\n }', { cors: { mode: 'disabled' } }],
  ['api_group g {\n cors = $cors\n }', { cors: { mode: 'disabled' } }],
])('what cannot be read opens nothing: %s', (text, expected) => {
  const { object, codes } = read(text)
  expect(codes).not.toEqual([])
  expect(object).toMatchObject(expected)
})

test('a finding has its place in the text', () => {
  const text = '// a comment\n\ntable t {\n  auth = $x\n}\n'
  const { diagnostics } = readObject(parse(text).file.objects[0] as Statement, text)
  expect(diagnostics).toMatchObject([{ line: 4, column: 10, message: '`auth` takes true or false.' }])
})

function on(name: string): object {
  return { name, active: true }
}
