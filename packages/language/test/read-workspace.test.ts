import { expect, test } from 'vitest'
import { readWorkspace } from '../src/index.ts'

const KINDS = ['tables', 'groups', 'functions', 'tasks', 'tableTriggers', 'middleware', 'addons', 'tools'] as const

test('objects stand by kind and name, with the file they came from', () => {
  const text = `table a {\n}\n\napi_group b {\n}\n\nfunction c {\n}\n\ntask d {\n}\n\ntable_trigger e {\n}\n
middleware f {\n}\n\naddon g {\n}\n\ntool h {\n}\n\nworkflow_test i {\n}\n\nworkspace j {\n}\n\nbranch k {\n}\n
run.job l {\n}\n\nagent m {\n}\n\nquery n verb=GET {\n}\n\n!function off {\n}\n`
  const model = readWorkspace([{ path: 'all.xs', text }])
  expect(model.diagnostics).toEqual([])
  expect(KINDS.map((kind) => [...model[kind].keys()].join())).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  expect([...model.workflowTests.keys(), model.workspace?.name, ...model.branches.keys()]).toEqual(['i', 'j', 'k'])
  expect([model.jobs, model.others, model.queries].map((list) => list.map(({ name }) => name))).toEqual([
    ['l'],
    ['m'],
    ['n'],
  ])
  expect(new Set(model.files.values())).toEqual(new Set([{ path: 'all.xs', text }]))
  expect(model.files.size).toBe(14)
})

test.each([
  ['function f {\n}', 'function "f" {\n}', 'duplicate_name', 'The function "f"'],
  ['workspace a {\n}', 'workspace b {\n}', 'duplicate_name', 'The workspace "b"'],
  [
    'query a/{x} verb=GET {\n}',
    'query "a/{y}" verb=GET {\n}',
    'duplicate_endpoint',
    'The endpoint GET "a/{y}" of the group "default"',
  ],
])('%j beside %j keeps the first and names both places', (first, second, code, title) => {
  const model = readWorkspace([
    { path: 'one.xs', text: `// first\n${first}` },
    { path: 'two.xs', text: second },
  ])
  expect(model.files.size).toBe(1)
  expect(model.diagnostics).toMatchObject([
    { file: 'two.xs', line: 1, code, message: `${title} stands twice: here and in one.xs:2.` },
  ])
})

test.each([
  ['query a verb=GET {\n}', 'query a verb=POST {\n}'],
  ['query a verb=GET {\n  api_group = "x"\n}', 'query a verb=GET {\n  api_group = "y"\n}'],
  ['query a/b verb=GET {\n}', 'query a/{b} verb=GET {\n}'],
  ['function a {\n}', 'table a {\n}'],
])('%j beside %j is no duplicate', (first, second) => {
  expect(readWorkspace([{ path: 'one.xs', text: `${first}\n\n${second}` }]).diagnostics).toEqual([])
})

test('a broken file is a diagnostic, and the others are read', () => {
  const model = readWorkspace([
    { path: 'broken.xs', text: 'function {{{ "' },
    { path: 'good.xs', text: 'table t {\n}' },
  ])
  expect(model.diagnostics.map(({ file }) => file)).toContain('broken.xs')
  expect([...model.tables.keys()]).toEqual(['t'])
})

test.each([
  ['names one itself', 'api/a/q.xs', 'query q verb=GET {\n  api_group = "c"\n}', 'c'],
  ['stands beside its group', 'api/a/q.xs', 'query q verb=GET {\n}', 'a'],
  ['stands in a folder below its group', 'api/a/deep/er/q.xs', 'query q verb=GET {\n}', 'a'],
  ['stands beside two groups', 'api/both/q.xs', 'query q verb=GET {\n}', 'default'],
  ['stands beside no group', 'api/q.xs', 'query q verb=GET {\n}', 'default'],
  ['stands at the top', 'q.xs', 'query q verb=GET {\n}', 'default'],
])('a query that %s', (_, path, text, group) => {
  const groups = [
    { path: 'api/both/groups.xs', text: 'api_group x {\n}\n\napi_group y {\n}' },
    { path: 'api/a/api_group.xs', text: 'api_group a {\n}' },
    { path: 'api/b/api_group.xs', text: 'api_group b {\n}' },
  ]
  expect(readWorkspace([{ path, text }, ...groups]).queries).toMatchObject([{ apiGroup: group }])
})

test('folders tell endpoints of the same path apart', () => {
  const version = (name: string) => ({
    path: `apis/${name}/all.xs`,
    text: `api_group ${name} {\n}\n\nquery q verb=GET {\n}`,
  })
  const model = readWorkspace([version('v1'), version('v2')])
  expect([model.diagnostics, model.queries.map(({ apiGroup }) => apiGroup)]).toEqual([[], ['v1', 'v2']])
})
