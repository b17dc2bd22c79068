import { beforeAll, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { owner } = await ownedServer()
let workspace: number

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'seen', start: 'login', files: [] })).id
}, 60_000)

test('requests and errors of the last 24 hours are counted per endpoint, across a publish', async () => {
  const mine = (await owner.api.workspaces({})).workspaces.find(({ id }) => id === workspace)
  const call = async (path: string) => (await fetch(`${mine!.groups[0]!.url}/${path}`)).status
  expect([await call('auth/me'), await call('auth/me'), await call('gone')]).toEqual([401, 401, 404])
  await owner.api.createObject({ workspace, source: 'function "f" {\n}\n', publish: true })
  expect(await call('auth/me')).toBe(401)

  const { hours, endpoints } = await owner.api.overview({ workspace })
  expect(hours).toHaveLength(24)
  const sum = (of: 'requests' | 'errors') => hours.reduce((all, hour) => all + hour[of], 0)
  expect([sum('requests'), sum('errors')]).toEqual([3, 3])
  expect(endpoints).toMatchObject([{ group: 'Authentication', verb: 'GET', path: 'auth/me', requests: 3, errors: 3 }])
})

test('drafts and problems are named with their object', async () => {
  const source = 'function "broken" {\n  stack {\n    var $x {\n      value = (\n    }\n  }\n}\n'
  const { id } = await owner.api.createObject({ workspace, source, publish: true })
  const { drafts, problems } = await owner.api.overview({ workspace })
  expect(drafts).toMatchObject([{ object: id, kind: 'function', name: 'broken' }])
  expect(problems[0]).toMatchObject({ object: id, severity: 'error' })
})

test('what the checker finds is named too, by the line of its own object', async () => {
  const files = [
    {
      path: 'both.xs',
      text: 'function "fine" {\n}\n---\nfunction "calls" {\n  stack {\n    function.run "nowhere" {\n    } as $x\n  }\n}\n',
    },
  ]
  const made = await owner.api.createWorkspace({ name: 'checked', start: 'files', files })
  const { problems } = await owner.api.overview({ workspace: made.id })
  expect(problems).toMatchObject([{ kind: 'function', name: 'calls', severity: 'error', line: 3 }])
})

test('errors come before warnings', async () => {
  const { id } = await owner.api.createWorkspace({ name: 'sorted', start: 'login', files: [] })
  const source =
    'query "last" verb=GET {\n  stack {\n    db.get "nowhere" {\n      field_name = "id"\n      field_value = 1\n    } as $x\n  }\n}\n'
  await owner.api.createObject({ workspace: id, source, publish: false })
  const open = 'query "early" verb=POST {\n  stack {\n    db.truncate user\n  }\n}\n'
  await owner.api.createObject({ workspace: id, source: open, publish: false })
  const { problems } = await owner.api.overview({ workspace: id })
  expect(problems.map(({ name, severity, line }) => [name, severity, line])).toEqual([
    ['last', 'error', 3],
    ['early', 'warning', 1],
  ])
})

test('a text is found in every stack, with the statement it is in', async () => {
  const { places } = await owner.api.search({ workspace, text: 'INVALID credentials' })
  expect(places.map(({ name, address }) => [name, address])).toEqual([
    ['auth/login', 'stack.1'],
    ['auth/login', 'stack.3'],
  ])
  expect(places[0]).toMatchObject({ text: 'error = "Invalid Credentials."' })
})

test('where a table is used is found by meaning', async () => {
  const { places } = await owner.api.references({ workspace, kind: 'table', name: 'user' })
  expect(places.map(({ name, address }) => `${name} ${address}`).toSorted()).toEqual([
    'auth/login stack.0',
    'auth/login stack.4',
    'auth/me null',
    'auth/me stack.0',
    'auth/signup stack.0',
    'auth/signup stack.2',
    'auth/signup stack.3',
  ])
})
