import { beforeAll, expect, test } from 'vitest'
import { openRecording } from '../../src/history/make-recording.ts'
import { ownedServer } from '../editor/editor-server.ts'
import { Pool, schemaName, sessionOf } from '@cairn/database'

const { server, owner } = await ownedServer()
let workspace: number
let base: string

const planted = {
  password: 'Plant3d-Pass-Word',
  sensitive: 'p1anted sensitive "quoted"',
  named: 'planted-by-name-77',
  header: 'planted-header-key-88',
  environment: 'planted-environment-99',
  extra: 'planted-extra-value-55',
  typed: 'P1anted-of-type-66',
}

const texts = `table user {
  auth = true
  schema {
    int id
    text name
    password password
  }
  index = [{type: "primary", field: [{name: "id"}]}]
}
---
api_group main {
  canonical = "replay"
}
---
query signup verb=POST {
  api_group = "main"
  input {
    text name
    text password {
      sensitive = true
    }
  }
  stack {
    db.add user {
      data = {name: $input.name, password: $input.password}
    } as $user
    security.create_auth_token {
      table = "user"
      extras = {note: "${planted.extra}"}
      expiration = 86400
      id = $user.id
    } as $authToken
  }
  response = {authToken: $authToken, user: $user}
}
---
query me verb=GET {
  api_group = "main"
  auth = "user"
  input {
    text hint? {
      sensitive = true
    }
    text api_key?
    text name?
  }
  stack {
    db.get user {
      field_name = "id"
      field_value = $auth.id
    } as $user
    security.random_number {
      min = 1
      max = 1000000
    } as $luck
    precondition ($input.name != "fail") {
      error = "No luck with " ~ $input.hint ~ " and " ~ $env.TOP ~ " and " ~ $auth.extras.note ~ " and " ~ $input.api_key
    }
  }
  response = {name: $user.name, luck: $luck, at: now, hint: $input.hint, top: $env.TOP}
}
---
query renew verb=POST {
  api_group = "main"
  auth = "user"
  input {
    password words
  }
  stack {
    security.create_auth_token {
      table = "user"
      extras = {}
      expiration = 86400
      id = $auth.id
    } as $made
  }
  response = $made
}
---
query kept verb=GET {
  api_group = "main"
  input {
  }
  stack {
    security.random_number {
      min = 1
      max = 1000000
    } as $n
  }
  response = $n
  cache = {ttl: 600}
}
---
query raw verb=GET {
  api_group = "main"
  input {
  }
  stack {
    db.direct_query {
      sql = "select password as p from \\"user\\""
      response_type = "single"
    } as $row
  }
  response = $row
}
---
query count verb=GET {
  api_group = "main"
  input {
    int n
  }
  stack {
    db.query user {
      return = {type: "count"}
    } as $count
    var $share {
      value = $count / $input.n
    }
  }
  response = $share
}
`

const recently = () => ({ from: new Date(Date.now() - 60_000).toISOString() })
const history = async () =>
  (await owner.api.requests({ workspace, filter: recently(), limit: 100, after: null })).requests
const everything = { errors: true, slowMs: null, perMinute: null }
const ask = async (path: string, init?: RequestInit): Promise<{ status: number; body: string }> => {
  const response = await fetch(`${base}/${path}`, init)
  return { status: response.status, body: await response.text() }
}
const post = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

beforeAll(async () => {
  const files = [{ path: 'all.xs', text: texts }]
  workspace = (await owner.api.createWorkspace({ name: 'replays', start: 'files', files })).id
  const { groups } = (await owner.api.workspaces({})).workspaces.find(({ id }) => id === workspace)!
  base = groups[0]!.url
  await server.store.setEnv(workspace, { TOP: planted.environment })
  for (const [verb, path] of [
    ['POST', 'signup'],
    ['GET', 'me'],
    ['POST', 'renew'],
    ['GET', 'kept'],
    ['GET', 'raw'],
    ['GET', 'count'],
  ] as const) {
    await owner.api.setRecordingRule({ workspace, group: 'main', verb, path, rule: everything })
  }
}, 60_000)

let token = ''
let renewed = ''

test('a request is replayed to the same answer, whatever was drawn by chance, read or made', async () => {
  const signup = await ask('signup', post({ name: 'Ada', password: planted.password }))
  expect(signup.status).toBe(200)
  token = (JSON.parse(signup.body) as { authToken: string }).authToken
  const query = `hint=${encodeURIComponent(planted.sensitive)}&api_key=${planted.named}`
  const headers = { authorization: `Bearer ${token}`, 'x-api-key': planted.header }
  expect((await ask(`me?${query}`, { headers })).status).toBe(200)
  expect((await ask(`me?${query}&name=fail`, { headers })).status).toBe(500)
  const words = post({ words: planted.typed })
  const renew = await ask('renew', { ...words, headers: { ...words.headers, ...headers } })
  expect(renew.status).toBe(200)
  renewed = JSON.parse(renew.body) as string
  const raw = await ask('raw')
  expect([raw.status, raw.body]).toEqual([200, expect.stringContaining('{"p":"')])
  const found = await history()
  expect(found.map(({ path, recorded, user }) => [path, recorded, user?.id])).toEqual([
    ['raw', true, undefined],
    ['renew', true, '1'],
    ['me', true, '1'],
    ['me', true, '1'],
    ['signup', true, undefined],
  ])
  for (const { at, id, status } of found) {
    const replayed = await owner.api.replayRequest({ workspace, at, id, version: 'then' })
    expect(replayed).toMatchObject({ same: true, status, unrecorded: null, differs: null })
    expect(replayed.trace.steps.length).toBeGreaterThan(1)
  }
  const [, , failed] = found
  const again = await owner.api.replayRequest({ workspace, at: failed!.at, id: failed!.id, version: 'then' })
  expect(again.error).toMatchObject({ code: 'ERROR_FATAL', at: 'stack.2' })
  expect(again.trace.steps.findLast(({ error }) => error !== null)!.error!.message).toContain('No luck with')
})

test('no secret is found in any row of the history, opened or not, in a list, an export, a replay or the log', async () => {
  const places: string[] = []
  const pool = new Pool(server.databaseUrl, { size: 1 })
  for (const name of ['request_batch', 'recording', 'lost_requests', 'recording_rule']) {
    const rows = await sessionOf(pool).query(`SELECT row_to_json(t)::text AS text FROM cairn.${name} t`)
    places.push(...rows.map(({ text }) => String(text)))
  }
  const users = await sessionOf(pool).query(`SELECT password FROM "${schemaName(String(workspace), 'live')}"."user"`)
  const hashes = users.map(({ password }) => String(password))
  expect(hashes).toHaveLength(1)
  await pool.close()
  for (const { at, id } of await history()) {
    const content = await server.store.requests.recording(workspace, { at: Date.parse(at), id })
    places.push(JSON.stringify(await openRecording(content!, noVariables)))
    places.push(JSON.stringify(await owner.api.request({ workspace, at, id })))
    places.push(JSON.stringify(await owner.api.replayRequest({ workspace, at, id, version: 'then' })))
  }
  places.push(JSON.stringify(await history()))
  places.push((await owner.api.requestCsv({ workspace, filter: recently() })).csv)
  places.push(...server.log)
  const all = places.join('\n')
  expect(all).toContain('Ada')
  // Replays need the extras; they stand sealed in the recording alone.
  const { extra, ...others } = planted
  for (const secret of [...Object.values(others), token, renewed, ...hashes]) {
    for (const form of [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      hex(secret),
      base64(secret),
    ]) {
      expect(all).not.toContain(form)
    }
  }
  const shown = places.filter((place) => !place.startsWith('{"facts"')).join('\n')
  expect(shown).not.toContain(extra)
})

const noVariables = { get: () => null, all: () => ({}) }
const hex = (text: string): string => Buffer.from(text).toString('hex')
const base64 = (text: string): string => Buffer.from(text).toString('base64url')

test('a draft is replayed on what was recorded: the first step that differs, and the answers that change', async () => {
  const objects = (await owner.api.objects({ workspace })).objects
  const { id: object, edition } = objects.find(({ name }) => name === 'count')!
  expect((await ask('count?n=0')).status).toBe(500)
  expect((await ask('count?n=1')).body).toBe('1')
  const [fine, failed] = await history()
  const source = (await owner.api.object({ workspace, object })).published!
  const guarded = source.replace('value = $count / $input.n', 'value = $input.n == 0 ? 0 : $count / $input.n')
  await owner.api.saveDraft({ workspace, object, source: guarded, expectedEdition: edition })

  const then = await owner.api.replayRequest({ workspace, at: failed!.at, id: failed!.id, version: 'then' })
  expect(then).toMatchObject({ same: true, status: 500, error: { at: 'stack.1' } })
  const draft = await owner.api.replayRequest({ workspace, at: failed!.at, id: failed!.id, version: 'draft' })
  expect(draft).toMatchObject({ same: false, status: 200, result: 0, unrecorded: null })
  const { sites, steps } = draft.trace
  expect(sites[steps[draft.differs!]!.site]!.address).toBe('stack.1')

  const { replays } = await owner.api.replayRequests({ workspace, object, count: 50 })
  expect(replays.map(({ request, same, before, now }) => [request.id, same, before.status, now.status])).toEqual([
    [fine!.id, true, 200, 200],
    [failed!.id, false, 500, 200],
  ])
})

test('a draft that asks for something else stops where it does', async () => {
  const objects = (await owner.api.objects({ workspace })).objects
  const { id: object, edition } = objects.find(({ name }) => name === 'count')!
  const source = (await owner.api.object({ workspace, object })).published!
  const other = source.replace('type: "count"', 'type: "exists"')
  await owner.api.saveDraft({ workspace, object, source: other, expectedEdition: edition })
  const [{ at, id } = { at: '', id: '' }] = await history()
  const replayed = await owner.api.replayRequest({ workspace, at, id, version: 'draft' })
  expect(replayed).toMatchObject({
    same: false,
    unrecorded: { call: 'db.query', otherwise: true },
    error: { at: 'stack.0' },
  })
})

test('a request that a kept answer was given is replayed so, and shows that its stack did not run', async () => {
  const first = await ask('kept')
  expect(await ask('kept')).toEqual(first)
  const [given, made] = await history()
  const replayed = await Promise.all(
    [made!, given!].map(({ at, id }) => owner.api.replayRequest({ workspace, at, id, version: 'then' })),
  )
  const looks = replayed.map(({ same, unrecorded, trace: { steps } }) => {
    const kept = steps[0]!.effects.find(({ kind }) => kind === 'answer')
    return { same, unrecorded, steps: steps.length, hit: kept?.hit }
  })
  expect(looks).toEqual([
    { same: true, unrecorded: null, steps: 2, hit: false },
    { same: true, unrecorded: null, steps: 1, hit: true },
  ])
  // Another text has no kept answer yet.
  const draft = await owner.api.replayRequest({ workspace, at: given!.at, id: given!.id, version: 'draft' })
  expect(draft.trace.steps.length).toBeGreaterThan(1)
})

test('a request that was not let in is kept and has nothing to replay', async () => {
  expect((await ask('me')).status).toBe(401)
  const [{ at, id, recorded } = { at: '', id: '', recorded: true }] = await history()
  expect(recorded).toBe(false)
  await expect(owner.api.replayRequest({ workspace, at, id, version: 'then' })).rejects.toMatchObject({
    code: 'not_recorded',
  })
  const stranger = await server.person('stranger')
  await expect(stranger.api.request({ workspace, at, id })).rejects.toMatchObject({ status: 404 })
})

test('a request is kept as a test that passes, without the world, and without what is another each time', async () => {
  const found = await history()
  const { at, id } = found.find(({ path, status }) => path === 'me' && status === 200)!
  const { object, dropped } = await owner.api.keepAsTest({ workspace, at, id, name: 'Ada "asks"' })
  // The time and the environment are others when it runs.
  expect(dropped).toEqual(['response.at', 'response.top'])
  const { draft } = await owner.api.object({ workspace, object })
  expect(draft).toContain('test "Ada \\"asks\\"" {')
  expect(draft).toMatch(/db\.get user \{[^}]*mock = \{"Ada \\"asks\\"": \{id: 1, name: "Ada"\}\}/)
  expect(draft).toMatch(/expect\.to_equal \(\$response\.luck\) \{\n\s+value = \d+/)
  expect(draft).not.toContain('planted')

  const { edition } = await owner.api.object({ workspace, object })
  const answer = await owner.api.publishObject({ workspace, object, expectedEdition: edition, note: '' })
  expect(answer.published).toBe(true)
})

test('a failure is kept as a test that fails once it is fixed', async () => {
  const { objects } = await owner.api.objects({ workspace })
  const { id: object, edition } = objects.find(({ name }) => name === 'count')!
  await owner.api.discardDraft({ workspace, object, expectedEdition: edition })
  const found = await history()
  const { at, id } = found.find(({ path, status }) => path === 'count' && status === 500)!
  await owner.api.keepAsTest({ workspace, at, id, name: 'by zero' })
  const { draft } = await owner.api.object({ workspace, object })
  expect(draft).toMatch(/mock = \{"by zero": 2\}|mock = \{"by zero": 1\}/)
  expect(draft).toMatch(/test "by zero" \{\s+input = \{n: "0"\}\s+expect\.to_throw \{\s+exception = "/)
})
