import { contract, openApi } from '@cairn/contract'
import type { AccountStore, Session, User, WorkspaceStore } from '@cairn/workspace'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEditorApi } from './create-editor-api.ts'
import type { EditorServing } from './serving.ts'
import { hashSecret } from './session-cookie.ts'
import { createSetupLink } from './setup-link.ts'

let now: Date
const clock = { now: () => now }

/** Accounts in memory, with the promises of the real store. */
const memoryAccounts = (): AccountStore => {
  const key = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
  const codes = new Map<string, Date>()
  const people: User[] = []
  const sessions = new Map<string, Session & { epoch: number }>()
  const isOpen = (hash: Uint8Array) => (codes.get(key(hash)) ?? now) > now
  return {
    hasOwner: async () => people.length > 0,
    saveSetupCode: async (hash, expiresAt) => {
      codes.clear()
      codes.set(key(hash), expiresAt)
    },
    isSetupCodeOpen: async (hash) => isOpen(hash),
    redeemSetupCode: async (hash, owner) => {
      if (!isOpen(hash) || people.length > 0) return null
      codes.delete(key(hash))
      const user = { ...owner, id: crypto.randomUUID(), epoch: 0 }
      people.push(user)
      return user
    },
    userByEmail: async (email) => people.find((user) => user.email === email) ?? null,
    changePassword: async (id, passwordHash) => {
      for (const user of people) if (user.id === id) Object.assign(user, { passwordHash, epoch: user.epoch + 1 })
    },
    createSession: async ({ tokenHash, ...session }) => {
      const made = {
        ...session,
        id: crypto.randomUUID(),
        createdAt: now,
        lastSeenAt: now,
        epoch: people[0]?.epoch ?? 0,
      }
      sessions.set(key(tokenHash), made)
      return made
    },
    sessionByToken: async (hash) => {
      const session = sessions.get(key(hash))
      const user = people.find(({ id }) => id === session?.userId)
      if (session === undefined || user === undefined || session.epoch !== user.epoch || session.expiresAt <= now)
        return null
      return { session, user }
    },
    listSessions: async () => [...sessions.values()],
    revokeSession: async (_user, id) => {
      const found = [...sessions].find(([, session]) => session.id === id)
      return found !== undefined && sessions.delete(found[0])
    },
  }
}

const passwords = {
  hash: async (password: string) => `hash of ${password}`,
  verify: async (password: string, hash: string) => hash === `hash of ${password}`,
}

let server: Server
let url: string
let verified: string[]
let accounts: AccountStore

beforeEach(async () => {
  now = new Date('2026-11-24T06:00:00Z')
  verified = []
  accounts = memoryAccounts()
  const store = {
    accounts,
    listWorkspaces: async () => [],
    members: { roleOf: async () => null },
  } as unknown as WorkspaceStore
  const spying = {
    ...passwords,
    verify: (password: string, hash: string) => {
      verified.push(hash)
      return passwords.verify(password, hash)
    },
  }
  const api = createEditorApi({
    store,
    serving: { caughtUp: async () => {} } as unknown as EditorServing,
    passwords: spying,
    clock,
    onError: (error) => {
      throw error
    },
  })
  server = createServer((request, response) => void api(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => new Promise((resolve) => server.close(resolve)))

const OWNER = { email: 'Owner@Example.com', name: 'Owner', password: 'correct horse' }
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/api:meta${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const get = (path: string, cookie = '') => fetch(`${url}/api:meta${path}`, { headers: { cookie } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const setUp = async () => {
  const link = await createSetupLink({ accounts }, url, clock)
  const code = link?.split('#')[1] ?? ''
  const response = await post('/setup', { ...OWNER, code })
  return { code, response, cookie: cookieOf(response) }
}

describe('closed by default (class 6)', () => {
  test('a link works once; afterwards no link is made', async () => {
    const { code, response } = await setUp()
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=\d+$/)
    expect((await post('/setup', { ...OWNER, code })).status).toBe(403)
    expect(await createSetupLink({ accounts }, url, clock)).toBeNull()
  })

  test('a guessed, an older and an expired code are refused', async () => {
    const older = (await createSetupLink({ accounts }, url, clock))?.split('#')[1] ?? ''
    const newer = (await createSetupLink({ accounts }, url, clock))?.split('#')[1] ?? ''
    expect((await post('/setup', { ...OWNER, code: 'x'.repeat(43) })).status).toBe(403)
    expect((await post('/setup', { ...OWNER, code: older })).status).toBe(403)
    now = new Date(now.getTime() + 25 * 3600_000)
    expect((await post('/setup', { ...OWNER, code: newer })).status).toBe(403)
    expect(await accounts.hasOwner()).toBe(false)
  })
})

describe('no route without a session (class 3)', () => {
  const guarded = Object.values(contract).filter(({ permission }) => permission === 'session')
  test.each(guarded.map(({ method, path }) => [method, path]))('%s %s', async (method, path) => {
    await setUp()
    for (const cookie of ['', 'cairn_session=', `cairn_session=${'x'.repeat(43)}`, 'cairn_session=null']) {
      const response = await fetch(`${url}/api:meta${path}`, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{}' } : {}),
      })
      expect(response.status).toBe(401)
    }
  })

  test('only set-up, sign-in, invitations and what a group opens are open', () => {
    const open = Object.entries(contract).filter(([, { permission }]) => permission === 'anyone')
    expect(open.map(([name]) => name)).toEqual([
      'setupState',
      'setup',
      'signIn',
      'openInvitation',
      'acceptInvitation',
      'publicDocumentation',
    ])
  })

  test.each(['/session?x=/setup', '/setup/../session', '//session', '/session%2f', '/session;/setup', '/SESSION'])(
    '%s does not get by',
    async (path) => {
      const response = await get(path)
      expect([401, 404]).toContain(response.status)
    },
  )
})

describe('every input is what it should be (class 7)', () => {
  test.each([
    [{ email: {}, password: 'x' }],
    [{ email: 'owner@example.com', password: {} }],
    [{ email: 'owner@example.com', password: ['correct horse'] }],
    [{ email: 'owner@example.com', password: true }],
    [{ email: ['owner@example.com'], password: 'correct horse' }],
    [{ email: 'owner@example.com', password: 'correct horse', admin: true }],
    [null],
    [[]],
    ['{'],
  ])('sign-in refuses %j', async (body) => {
    await setUp()
    const response = await post('/sign-in', body)
    expect(response.status).toBe(400)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test.each([{}, null, true, [], { $ne: '' }])('set-up refuses the code %j', async (code) => {
    await createSetupLink({ accounts }, url, clock)
    expect((await post('/setup', { ...OWNER, code })).status).toBe(400)
    expect(await accounts.hasOwner()).toBe(false)
  })

  test.each([
    [403, { origin: 'http://evil.example' }],
    [403, { origin: 'null' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [415, { 'content-type': 'text/plain' }],
    [415, { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('%i to a request from elsewhere, %j', async (status, headers) => {
    await setUp()
    expect((await post('/sign-in', { email: OWNER.email, password: OWNER.password }, headers)).status).toBe(status)
  })

  test('a body over 64 KB is refused', async () => {
    expect((await post('/sign-in', { email: 'x'.repeat(70_000) })).status).toBe(413)
  })
})

describe('sessions end (class 14)', () => {
  test('with sign-out, for that browser only', async () => {
    const { cookie } = await setUp()
    const other = cookieOf(await post('/sign-in', { email: OWNER.email, password: OWNER.password }))
    expect((await post('/sign-out', {}, { cookie })).status).toBe(200)
    expect((await get('/session', cookie)).status).toBe(401)
    expect((await get('/session', other)).status).toBe(200)
  })

  test('all of them with a change of password', async () => {
    const { cookie } = await setUp()
    const other = cookieOf(await post('/sign-in', { email: OWNER.email, password: OWNER.password }))
    const change = await post('/password', { current: OWNER.password, password: 'another horse' }, { cookie })
    expect(change.status).toBe(200)
    expect((await get('/session', cookie)).status).toBe(401)
    expect((await get('/session', other)).status).toBe(401)
    expect((await post('/sign-in', { email: OWNER.email, password: OWNER.password })).status).toBe(401)
    expect((await post('/sign-in', { email: OWNER.email, password: 'another horse' })).status).toBe(200)
  })

  test('when revoked, and when they expire', async () => {
    const { cookie } = await setUp()
    const other = cookieOf(await post('/sign-in', { email: OWNER.email, password: OWNER.password }))
    const { sessions } = (await (await get('/sessions', cookie)).json()) as {
      sessions: { id: string; current: boolean }[]
    }
    const id = sessions.find(({ current }) => !current)?.id
    expect((await post('/sessions/revoke', { id }, { cookie })).status).toBe(200)
    expect((await get('/session', other)).status).toBe(401)
    now = new Date(now.getTime() + 15 * 24 * 3600_000)
    expect((await get('/session', cookie)).status).toBe(401)
  })

  test('the cookie is not what is kept', async () => {
    const { cookie } = await setUp()
    const secret = cookie.split('=')[1] ?? ''
    expect(await accounts.sessionByToken(hashSecret(secret))).not.toBeNull()
    expect(await accounts.sessionByToken(Buffer.from(secret))).toBeNull()
  })
})

describe('sign-in', () => {
  test('answers an unknown e-mail like a wrong password, and hashes for both', async () => {
    await setUp()
    const wrong = await post('/sign-in', { email: OWNER.email, password: 'nope' })
    const unknown = await post('/sign-in', { email: 'nobody@example.com', password: 'nope' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())
    expect(verified).toHaveLength(2)
  })

  test('after ten tries waits, for the right password too (class 22)', async () => {
    await setUp()
    const attempt = (password: string) => post('/sign-in', { email: OWNER.email, password })
    for (let n = 0; n < 10; n += 1) expect((await attempt('nope')).status).toBe(401)
    const refused = await attempt(OWNER.password)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
    now = new Date(now.getTime() + 15 * 60_000)
    expect((await attempt(OWNER.password)).status).toBe(200)
  })
})

test('the OpenAPI document states each route with its permission', () => {
  const { paths } = openApi() as { paths: Record<string, Record<string, { security: unknown[] }>> }
  const stated = Object.values(contract).map(({ method, path }) => paths[path]?.[method.toLowerCase()]?.security.length)
  expect(stated).toEqual(Object.values(contract).map(({ permission }) => (permission === 'session' ? 1 : 0)))
})
