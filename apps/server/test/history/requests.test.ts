import { beforeAll, expect, test } from 'vitest'
import { ownedServer } from '../editor/editor-server.ts'

const { server, owner } = await ownedServer()
let workspace: number
let base: string

const texts = `api_group main {
  canonical = "hist"
}
---
query "things/{id}" verb=GET {
  api_group = "main"
  input {
    int id
    text password? {
      sensitive = true
    }
  }
  stack {
    precondition ($input.id < 100) {
      error_type = "notfound"
      error = "No thing " ~ $input.id ~ " for " ~ $input.password ~ ", say \\"no\\" to it"
    }
  }
  response = {id: $input.id}
}
---
query "reset/{token}" verb=POST {
  api_group = "main"
  input {
    text token
  }
  stack {
  }
  response = "ok"
}
`

const list = { limit: 100, after: null }
const recently = () => ({ from: new Date(Date.now() - 60_000).toISOString() })

beforeAll(async () => {
  const files = [{ path: 'all.xs', text: texts }]
  workspace = (await owner.api.createWorkspace({ name: 'history', start: 'files', files })).id
  const { groups } = (await owner.api.workspaces({})).workspaces.find(({ id }) => id === workspace)!
  base = groups[0]!.url
  for (const path of ['things/1', 'things/2', 'things/500?password=open-sesame-7', 'nowhere'])
    await fetch(`${base}/${path}`)
  await fetch(`${base}/reset/s3cr3t-t0k3n`, { method: 'POST' })
}, 60_000)

test('every request is kept, newest first, what no endpoint takes too', async () => {
  const { requests, lost } = await owner.api.requests({ ...list, workspace, filter: recently() })
  expect(lost).toBe(0)
  expect(requests.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
    'POST reset/{token} 200',
    'GET null 404',
    'GET things/{id} 404',
    'GET things/{id} 200',
    'GET things/{id} 200',
  ])
  expect(requests[4]).toMatchObject({ path: 'things/1', group: 'main', branch: 'v1', size: 8, user: null, error: null })
  expect(requests[4]!.ms).toBeGreaterThan(0)
})

test('an error is kept with its statement, and neither it nor the path shows a secret', async () => {
  const { requests } = await owner.api.requests({ ...list, workspace, filter: recently() })
  expect(requests[0]!.path).toBe('reset/••••••')
  expect(requests[2]).toMatchObject({
    path: 'things/500',
    error: 'No thing 500 for ••••••, say "no" to it',
    errorAt: 'stack.0',
  })
  expect(JSON.stringify(requests)).not.toContain('sesame')
})

test.each([
  [{ answer: 'error' as const }, 2],
  [{ answer: 'ok' as const }, 3],
  [{ answer: 'server_error' as const }, 0],
  [{ route: 'things/{id}', method: 'GET' }, 3],
  [{ group: 'other' }, 0],
  [{ text: 'THING 500' }, 1],
  [{ text: '%' }, 0],
  [{ text: 'NOWHERE' }, 1],
  [{ text: 'say "no" to' }, 1],
  [{ text: '\\\\"' }, 0],
  [{ slowMs: 60_000 }, 0],
])('the filter %j finds %d', async (filter, count) => {
  const found = await owner.api.requests({ ...list, workspace, filter: { ...recently(), ...filter } })
  expect(found.requests).toHaveLength(count)
})

test('a page goes on right behind the one before', async () => {
  const filter = recently()
  const first = await owner.api.requests({ ...list, workspace, filter, limit: 2 })
  const { at, id } = first.requests[1]!
  const second = await owner.api.requests({ ...list, workspace, filter, limit: 500, after: { at, id } })
  const all = await owner.api.requests({ ...list, workspace, filter })
  expect([...first.requests, ...second.requests]).toEqual(all.requests)
})

test('figures are of all that match, in slots that are all there', async () => {
  const found = await owner.api.requestFigures({ workspace, filter: recently(), slots: 12 })
  expect([found.requests, found.errors, found.newest]).toEqual([5, 2, null])
  expect(found.p99).toBeGreaterThanOrEqual(found.p50)
  expect(found.slots).toHaveLength(12)
  expect(found.slots.reduce((sum, { requests }) => sum + requests, 0)).toBe(5)
  const none = await owner.api.requestFigures({ workspace, filter: { ...recently(), text: 'zzz' }, slots: 12 })
  expect(none).toMatchObject({ requests: 0, p95: 0 })
})

test('the CSV has a line a request and no formulas', async () => {
  const { csv } = await owner.api.requestCsv({ workspace, filter: recently() })
  expect(csv.trimEnd().split('\r\n')).toHaveLength(6)
  expect(csv.split('\r\n')[3]).toMatch(/,GET,main,things\/500,things\/\{id\},404,/)
  await fetch(`${base}/=1+1`)
  const again = await owner.api.requestCsv({ workspace, filter: recently() })
  expect(again.csv).toContain(",'=1+1,")
})

test("another workspace's history is nobody else's", async () => {
  const stranger = await server.person('stranger')
  await expect(stranger.api.requests({ ...list, workspace, filter: recently() })).rejects.toMatchObject({ status: 404 })
})

test('rules of endpoints are kept and taken back', async () => {
  const endpoint = { workspace, group: 'main', verb: 'GET', path: 'things/{id}' }
  const rule = { errors: true, slowMs: null, perMinute: null }
  await owner.api.setRecordingRule({ ...endpoint, rule })
  expect((await owner.api.recordingRules({ workspace })).endpoints).toEqual([
    { group: 'main', verb: 'GET', path: 'things/{id}', rule },
  ])
  await owner.api.setRecordingRule({ ...endpoint, rule: null })
  expect((await owner.api.recordingRules({ workspace })).endpoints).toEqual([])
})

test('requests are looked for by branch', async () => {
  await owner.api.createBranch({ workspace, name: 'next' })
  expect((await fetch(`${base}:next/things/2`)).status).toBe(200)
  expect((await fetch(`${base}/things/3`)).status).toBe(200)
  const of = (branch: string) => ({ ...recently(), branch, text: 'things/' })
  const paths = async (branch: string) => {
    const { requests } = await owner.api.requests({ ...list, workspace, filter: of(branch) })
    return requests.map(({ path }) => path)
  }
  expect([await paths('next'), await paths('nowhere'), await paths('"')]).toEqual([['things/2'], [], []])
  expect((await paths('v1'))[0]).toBe('things/3')
  expect(await paths('v1')).toHaveLength(4)
  expect(await owner.api.requestFigures({ workspace, filter: of('next'), slots: 4 })).toMatchObject({ requests: 1 })
})
