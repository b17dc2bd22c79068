import { randomBytes } from 'node:crypto'
import { CompactEncrypt, type CompactJWEHeaderParameters } from 'jose'
import { describe, expect, test } from 'vitest'
import { createTokenIssuer, createTokenVerifier, type TokenKey, type TokenKeys } from '../src/index.ts'

const start = Date.UTC(2026, 0, 1)
const key = (id: string): TokenKey => ({ id, secret: randomBytes(32) })
const tables: Record<string, { auth: boolean }> = { user: { auth: true }, staff: { auth: true }, deal: { auth: false } }

function setUp(workspace = 'w1') {
  const first = key('k1')
  const state: { now: number; keys: TokenKeys } = { now: start, keys: { current: first, accepted: [first] } }
  const options = { clock: { now: () => state.now }, keys: () => state.keys, workspace }
  const issue = createTokenIssuer({ ...options, table: (name) => tables[name] ?? null })
  return { state, first, issue, verify: createTokenVerifier(options) }
}

const request = { table: 'user', id: 7, extras: { role: 'admin' }, expiration: 60, datasource: 'live' }
const expected = { table: 'user', datasource: 'live' }

describe('a token', () => {
  test('comes back with what it was made for, twice', async () => {
    const { issue, verify } = setUp()
    const token = await issue(request)
    const claims = {
      workspace: 'w1',
      table: 'user',
      datasource: 'live',
      id: 7,
      extras: { role: 'admin' },
      debugger: false,
    }
    const times = { issuedAt: start / 1000, expiresAt: start / 1000 + 60 }
    expect(await verify(token, expected)).toEqual({ ...claims, ...times })
    expect(await verify(token, expected)).toEqual({ ...claims, ...times })
  })

  test('starts as clients expect', async () => {
    expect(await setUp().issue(request)).toMatch(/^eyJhbGciOiJBMjU2S1ci/)
  })

  test('expires, also when it was seen before', async () => {
    const { state, issue, verify } = setUp()
    const token = await issue(request)
    await verify(token, expected)
    state.now = start + 60_000
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'expired', status: 401 })
  })

  test('never expires with 0', async () => {
    const { state, issue, verify } = setUp()
    const token = await issue({ ...request, expiration: 0 })
    state.now = start + 1e12
    expect((await verify(token, expected)).expiresAt).toBeNull()
  })

  test('ends with its key, also when it was seen before', async () => {
    const { state, first, issue, verify } = setUp()
    const token = await issue(request)
    const next = key('k2')
    state.keys = { current: next, accepted: [next, first] }
    await expect(verify(token, expected)).resolves.toMatchObject({ id: 7 })
    state.keys = { current: next, accepted: [next] }
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'undecodable' })
  })

  test.each([
    ['unknown_auth_table', { table: 'ghost' }],
    ['table_without_auth', { table: 'deal' }],
    ['invalid_expiration', { expiration: -1 }],
    ['invalid_expiration', { expiration: 1.5 }],
    ['invalid_expiration', { expiration: Number.NaN }],
    ['invalid_row_id', { id: null }],
    ['invalid_row_id', { id: { $ne: 1 } }],
    ['invalid_row_id', { id: ['1'] }],
    ['invalid_row_id', { id: '' }],
    ['extras_too_large', { extras: { text: 'x'.repeat(20_000) } }],
  ])('is refused with %s: %o', async (reason, change) => {
    await expect(setUp().issue({ ...request, ...change })).rejects.toMatchObject({ reason })
  })

  test.each([
    ['wrong_table', { table: 'staff' }, 'Invalid token'],
    ['wrong_datasource', { datasource: 'test' }, 'This token belongs to a different datasource.'],
  ])('is refused with %s where %o is asked', async (reason, change, message) => {
    const { issue, verify } = setUp()
    const token = await issue(request)
    await verify(token, expected)
    await expect(verify(token, { ...expected, ...change })).rejects.toMatchObject({ reason, message })
  })

  test('of one workspace does not open another with the same key', async () => {
    const { state, issue } = setUp()
    const other = createTokenVerifier({ clock: { now: () => start }, keys: () => state.keys, workspace: 'w2' })
    await expect(other(await issue(request), expected)).rejects.toMatchObject({ reason: 'wrong_workspace' })
  })
})

describe('an attacker', () => {
  const goodHeader = { alg: 'A256KW', enc: 'A256CBC-HS512', kid: 'k1' }
  const claims = { w: 'w1', t: 'user', d: 'live', id: 1, x: {}, iat: start / 1000 }
  const seal = (header: CompactJWEHeaderParameters, secret: Uint8Array, payload: unknown = claims) =>
    new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader(header).encrypt(secret)

  test('who holds the key would pass (so that the refusals below mean something)', async () => {
    const { first, verify } = setUp()
    await expect(verify(await seal(goodHeader, first.secret), expected)).resolves.toMatchObject({ id: 1 })
  })

  test.each([
    ['another key wrap', { ...goodHeader, alg: 'A256GCMKW' }],
    ['another content cipher', { ...goodHeader, enc: 'A256GCM' }],
    ['compression', { ...goodHeader, zip: 'DEF' }],
    ['an unknown key', { ...goodHeader, kid: 'k9' }],
    ['a further header', { ...goodHeader, cty: 'JWT' }],
    ['no key name', { alg: 'A256KW', enc: 'A256CBC-HS512' }],
  ])('does not pass with %s', async (_name, header) => {
    const { first, verify } = setUp()
    const token = await seal(header, first.secret)
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'undecodable' })
  })

  test('does not pass with direct encryption, which has an empty part', async () => {
    const { first, verify } = setUp()
    const token = await seal({ ...goodHeader, alg: 'dir', enc: 'A256GCM' }, first.secret)
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'malformed' })
    await expect(verify(token.replace('..', '.AAAA.'), expected)).rejects.toMatchObject({ reason: 'undecodable' })
  })

  test('does not pass with a token that is too long, whoever made it', async () => {
    const { first, verify } = setUp()
    const token = await seal(goodHeader, first.secret, { ...claims, x: { text: 'x'.repeat(20_000) } })
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'malformed' })
  })

  test('cannot make the server derive a key a billion times', async () => {
    const { verify } = setUp()
    const header = {
      alg: 'PBES2-HS512+A256KW',
      enc: 'A256CBC-HS512',
      kid: 'k1',
      p2c: 2_000_000_000,
      p2s: 'c2FsdHNhbHQ',
    }
    const token = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.AAAA.AAAA.AAAA.AAAA`
    const before = performance.now()
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'undecodable' })
    expect(performance.now() - before).toBeLessThan(100)
  })

  test.each([
    ['foreign claims', { hello: 'world' }],
    ['an object as the row', { ...claims, id: { $gt: 0 } }],
    ['a text as the expiry', { ...claims, exp: '9999999999' }],
  ])('does not pass with %s', async (_name, payload) => {
    const { first, verify } = setUp()
    const token = await seal(goodHeader, first.secret, payload)
    await expect(verify(token, expected)).rejects.toMatchObject({ reason: 'undecodable' })
  })

  test.each([
    ['missing', null],
    ['missing', ''],
    ['malformed', 'hello'],
    ['malformed', 'a.b.c'],
    ['malformed', '....'],
    ['malformed', 'a.b.c.d.e.f'],
    ['malformed', { length: 5 }],
    ['malformed', ['a.b.c.d.e']],
    ['malformed', 'bm9uZQ.b.c.d.e'],
    ['malformed', `${'a'.repeat(20_000)}.b.c.d.e`],
    ['undecodable', `${Buffer.from('{"alg":"none"}').toString('base64url')}.b.c.d.e`],
  ])('gets %s for %o', async (reason, token) => {
    await expect(setUp().verify(token, expected)).rejects.toMatchObject({ reason, status: 401 })
  })

  test.each([0, 1, 2, 3, 4])('cannot change part %i', async (part) => {
    const { issue, verify } = setUp()
    const parts = (await issue(request)).split('.')
    const text = parts[part] ?? ''
    parts[part] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
    await expect(verify(parts.join('.'), expected)).rejects.toMatchObject({ status: 401 })
  })
})
