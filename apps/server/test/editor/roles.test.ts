import { contract, roles, type Role, type Route } from '@cairn/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientWith, editorServer, type EditorServer, type Person } from './editor-server.ts'

let server: EditorServer
let workspace: number
let members: Record<Role, Person>
let stranger: Person

beforeAll(async () => {
  server = await editorServer()
  const [owner, admin, developer, viewer] = await Promise.all(roles.toReversed().map((role) => server.person(role)))
  members = { owner: owner!, admin: admin!, developer: developer!, viewer: viewer! }
  stranger = await server.person('stranger')
  workspace = (await members.owner.api.createWorkspace({ name: 'ours', start: 'login', files: [] })).id
  for (const role of roles.slice(0, 3)) await server.join(workspace, members[role], role)
}, 60_000)

afterAll(() => server.close())

const routes: [string, Route][] = Object.entries(contract)
const guarded = routes.flatMap(([name, { role, path }]) => (role === undefined ? [] : [{ name, path, role }]))
const code = ({ body }: { body: unknown }) => (body as { code?: string }).code

describe('every route that names a workspace', () => {
  test('is one with a role; the others are about the caller alone', () => {
    const plain = routes.flatMap(([name, route]) => (route.role === undefined ? [name] : []))
    expect(plain).toEqual([
      'setupState',
      'setup',
      'signIn',
      'signOut',
      'session',
      'changePassword',
      'workspaces',
      'sessions',
      'revokeSession',
      'createWorkspace',
      'openInvitation',
      'acceptInvitation',
      'publicDocumentation',
    ])
  })

  test.each(guarded)('$name: nobody without a session', async ({ path }) => {
    expect((await server.call(path, { workspace })).status).toBe(401)
    const token = { authorization: `Bearer ${'x'.repeat(43)}`, ...members.owner.headers }
    expect((await server.call(path, { workspace }, token)).status).toBe(401)
  })

  test.each(guarded)('$name: a stranger is told what is told of no workspace', async ({ path }) => {
    const ours = await server.call(path, { workspace }, stranger.headers)
    const none = await server.call(path, { workspace: 999_999 }, stranger.headers)
    expect([ours.status, code(ours)]).toEqual([404, 'unknown_workspace'])
    expect(ours).toEqual(none)
  })

  test.each(guarded.flatMap((route) => roles.map((as) => ({ ...route, as }))))(
    '$name takes $role: $as',
    async ({ path, role, as }) => {
      // Nothing but the workspace: a route that wants more says so after the role was checked, and does nothing.
      const answer = await server.call(path, { workspace, nothing: true }, members[as].headers)
      const mayNot = roles.indexOf(as) < roles.indexOf(role)
      expect([answer.status, code(answer)]).toEqual(mayNot ? [403, 'role_too_low'] : [400, 'input_invalid'])
    },
  )

  test.each([null, '1', 1.5, -1, {}, [1], true, 1e300])('refuses the workspace %j', async (named) => {
    for (const { path } of guarded) {
      expect((await server.call(path, { workspace: named }, members.owner.headers)).status).toBe(400)
    }
  })
})

test('what writes is not for viewers', () => {
  const reading = guarded.filter(({ role }) => role === 'viewer').map(({ name }) => name)
  expect(reading.toSorted()).toEqual([
    'branches',
    'datasources',
    'documentation',
    'exportFolder',
    'exportRows',
    'groups',
    'members',
    'object',
    'objects',
    'overview',
    'publishRules',
    'recordingRules',
    'references',
    'requestCsv',
    'requestFigures',
    'requests',
    'rows',
    'scope',
    'search',
    'searchRows',
    'tasks',
    'traffic',
    'variables',
    'versions',
  ])
})

describe('an object is reached through its own workspace only', () => {
  const withObject = [
    '/object',
    '/object/draft',
    '/object/publish',
    '/object/versions',
    '/object/discard',
    '/object/delete',
    '/object/restore',
  ]
  test.each(withObject)('%s', async (path) => {
    const other = await stranger.api.createWorkspace({ name: `theirs ${path}`, start: 'blank', files: [] })
    const [mine] = (await members.owner.api.objects({ workspace })).objects
    const extra = {
      '/object/draft': { source: 'x' },
      '/object/publish': { note: '' },
      '/object/restore': { version: 1 },
    }
    const edition = path === '/object' || path === '/object/versions' ? {} : { expectedEdition: mine!.edition }
    const body = { workspace: other.id, object: mine!.id, ...edition, ...extra[path as keyof typeof extra] }
    const answer = await server.call(path, body, stranger.headers)
    expect([answer.status, code(answer)]).toEqual([404, 'unknown_object'])
    expect((await server.call(path, { ...body, object: 1e9 }, stranger.headers)).status).toBe(404)
  })

  test('and the list of workspaces holds those one is a member of', async () => {
    const names = async (person: Person) => (await person.api.workspaces({})).workspaces.map(({ name }) => name)
    expect(await names(members.viewer)).toContain('ours')
    expect(await names(stranger)).not.toContain('ours')
  })
})

describe('a role is not raised by its holder', () => {
  const change = (as: Role, user: Person, role: Role | null) =>
    members[as].api.changeMember({ workspace, user: user.id, role })

  test.each([
    ['admin', 'admin', 'owner'],
    ['owner', 'owner', 'owner'],
    ['admin', 'developer', 'owner'],
    ['admin', 'owner', 'viewer'],
    ['admin', 'owner', null],
    ['owner', 'owner', null],
  ] as const)('%s makes %s %s', async (as, whom, role) => {
    await expect(change(as, members[whom], role)).rejects.toMatchObject({ status: 403, code: 'role_too_low' })
    expect(await server.store.members.roleOf(workspace, members[whom].id)).toBe(whom)
  })

  test('by an invitation of another address of theirs', async () => {
    const invite = members.admin.api.invite({ workspace, email: 'me2@example.com', role: 'owner' })
    await expect(invite).rejects.toMatchObject({ code: 'role_too_low' })
  })

  test('by an access token', async () => {
    const made = (role: Role) => members.developer.api.createAccessToken({ workspace, name: 'x', role, days: null })
    await expect(made('admin')).rejects.toMatchObject({ code: 'role_too_low' })
    const { secret } = await made('developer')
    await members.owner.api.changeMember({ workspace, user: members.developer.id, role: 'viewer' })
    const body = { workspace, name: 'KEY', value: 'x' }
    const answer = await server.call('/variables/set', body, { authorization: `Bearer ${secret}` })
    expect([answer.status, code(answer)]).toEqual([403, 'role_too_low'])
    await members.owner.api.changeMember({ workspace, user: members.developer.id, role: 'developer' })
    expect((await server.call('/variables/set', body, { authorization: `Bearer ${secret}` })).status).toBe(200)
  })

  test('and a member who was removed is a stranger, with every session and token', async () => {
    const leaving = await server.person('leaving')
    await server.join(workspace, leaving, 'developer')
    const { secret } = await leaving.api.createAccessToken({ workspace, name: 'x', role: 'viewer', days: 1 })
    await change('owner', leaving, null)
    await expect(leaving.api.objects({ workspace })).rejects.toMatchObject({ status: 404 })
    expect((await server.call('/objects', { workspace }, { authorization: `Bearer ${secret}` })).status).toBe(404)
  })

  test('two owners at once can not both remove the other', async () => {
    const [one, two] = await Promise.all([server.person('one'), server.person('two')])
    const { id } = await one.api.createWorkspace({ name: 'duel', start: 'blank', files: [] })
    await server.join(id, two, 'owner')
    const tries = [
      one.api.changeMember({ workspace: id, user: two.id, role: null }),
      two.api.changeMember({ workspace: id, user: one.id, role: null }),
    ]
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
    expect(await server.store.members.list(id)).toMatchObject([{ role: 'owner' }])
  })
})

describe('an access token', () => {
  const make = async (role: Role) =>
    (await members.owner.api.createAccessToken({ workspace, name: 'ci', role, days: 30 })).secret
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

  test('reads and writes as far as its role, in its workspace only', async () => {
    const viewing = bearer(await make('viewer'))
    expect((await server.call('/objects', { workspace }, viewing)).status).toBe(200)
    expect((await server.call('/object/create', { workspace, source: '', publish: false }, viewing)).status).toBe(403)
    const other = await members.owner.api.createWorkspace({ name: 'other', start: 'blank', files: [] })
    expect((await server.call('/objects', { workspace: other.id }, viewing)).status).toBe(404)
  })

  test('ends with the password of who made it', async () => {
    const maker = await server.person('maker')
    await server.join(workspace, maker, 'developer')
    const { secret } = await maker.api.createAccessToken({ workspace, name: 'x', role: 'viewer', days: null })
    expect((await server.call('/objects', { workspace }, bearer(secret))).status).toBe(200)
    const kept = await make('viewer')
    await server.store.accounts.changePassword(maker.id, 'another')
    expect((await server.call('/objects', { workspace }, bearer(secret))).status).toBe(401)
    expect((await server.call('/objects', { workspace }, bearer(kept))).status).toBe(200)
  })

  test('opens nothing of the account, and makes no further tokens', async () => {
    const headers = bearer(await make('owner'))
    const more = { workspace, name: 'more', role: 'owner', days: null }
    for (const [path, body] of [
      ['/access-tokens/create', more],
      ['/sign-out', {}],
      ['/password', {}],
    ] as const) {
      expect(code(await server.call(path, body, headers))).toBe('session_only')
    }
  })

  test('is kept as a hash, shown once, and ends when revoked', async () => {
    const secret = await make('viewer')
    const { tokens } = await members.owner.api.accessTokens({ workspace })
    expect(JSON.stringify(tokens)).not.toContain(secret)
    for (const { id } of tokens) await members.owner.api.revokeAccessToken({ workspace, token: id })
    expect((await server.call('/objects', { workspace }, bearer(secret))).status).toBe(401)
  })

  test('of somebody else is not seen or ended by a developer', async () => {
    await make('viewer')
    const [token] = (await members.owner.api.accessTokens({ workspace })).tokens
    expect((await members.developer.api.accessTokens({ workspace })).tokens.map(({ id }) => id)).not.toContain(
      token?.id,
    )
    const revoke = members.developer.api.revokeAccessToken({ workspace, token: token!.id })
    await expect(revoke).rejects.toMatchObject({ status: 404 })
  })
})

describe('an invitation', () => {
  const invite = async (email: string, role: Role = 'developer') =>
    (await members.admin.api.invite({ workspace, email, role })).link.split('#')[1] ?? ''
  const anybody = () => clientWith(server.url, {})
  const newcomer = { name: 'New', password: 'correct horse battery' }

  test('makes an account and a member, once', async () => {
    const code = await invite('New@Example.com')
    expect(await anybody().openInvitation({ code })).toEqual({
      workspace: 'ours',
      email: 'new@example.com',
      role: 'developer',
      account: false,
    })
    const taken = await Promise.allSettled([1, 2].map(() => anybody().acceptInvitation({ code, ...newcomer })))
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(anybody().openInvitation({ code })).rejects.toMatchObject({ code: 'invitation_invalid' })
    const { members: all } = await members.viewer.api.members({ workspace })
    expect(all).toContainEqual(expect.objectContaining({ email: 'new@example.com', role: 'developer', you: false }))
  })

  test('does not open an account that is there without its password', async () => {
    const code = await invite(stranger.email)
    const accept = anybody().acceptInvitation({ code, name: 'Thief', password: 'a new password' })
    await expect(accept).rejects.toMatchObject({ status: 401 })
    expect(await server.store.members.roleOf(workspace, stranger.id)).toBeNull()
  })

  test('ends when withdrawn and when replaced by a newer one', async () => {
    const first = await invite('twice@example.com')
    const second = await invite('twice@example.com')
    await expect(anybody().openInvitation({ code: first })).rejects.toMatchObject({ status: 403 })
    const [open] = (await members.admin.api.invitations({ workspace })).invitations
    await members.admin.api.withdrawInvitation({ workspace, invitation: open!.id })
    await expect(anybody().acceptInvitation({ code: second, ...newcomer })).rejects.toMatchObject({ status: 403 })
  })
})

describe('a request from another site (CSRF)', () => {
  test.each([
    [403, { origin: 'http://evil.example' }],
    [403, { origin: 'null' }],
    [403, { 'sec-fetch-site': 'same-site' }],
    [415, { 'content-type': 'text/plain' }],
  ])('is answered %i, %j', async (status, headers) => {
    for (const { path } of guarded) {
      const answer = await server.call(path, { workspace }, { ...members.owner.headers, ...headers })
      expect(answer.status).toBe(status)
    }
  })
})
