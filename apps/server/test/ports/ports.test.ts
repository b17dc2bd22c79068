import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokenVerifier } from '@cairn/auth'
import { FileResource, ValueStream, type DatabasePort, type Value } from '@cairn/statements'
import { createEnvPort } from '../../src/ports/env-port.ts'
import { createPorts, type ServerPorts } from '../../src/ports/index.ts'
import { clockPort } from '../../src/ports/clock-port.ts'
import { createLogPort } from '../../src/ports/log-port.ts'
import { randomPort } from '../../src/ports/random-port.ts'

const key = { id: 'k1', secret: Buffer.alloc(32, 'tests') }
const keys = () => ({ current: key, accepted: [key] })
const table = (name: string) => (name === 'user' ? { auth: true } : null)
const db = {} as DatabasePort
let directory: string
let server: ServerPorts

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cairn-ports-'))
  const secret = Buffer.alloc(32, 'tests')
  server = await createPorts({
    filesDirectory: directory,
    secret,
    redisUrl: null,
    allowPrivateRequests: false,
    writeLog: () => undefined,
  })
})

afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

function portsOf(id: string, datasource = 'live', signal = new AbortController().signal) {
  const workspace = server.forWorkspace({ id, env: { key: id }, keys, table })
  return workspace.forRequest({ id: 'r1', baseUrl: 'https://app.test', signal }, db, datasource)
}

const request = { method: 'GET', headers: [], body: null, timeout: 5, followRedirects: true }

test('requests of one workspace share its cache, those of another do not', async () => {
  await portsOf('one').cache.set('k', 1, 0)
  expect(await portsOf('one', 'test').cache.get('k')).toBe(1)
  expect(await portsOf('two').cache.get('k')).toBeNull()
})

test('a token is for the datasource of its request', async () => {
  const token = await portsOf('one', 'test').auth.createToken({ table: 'user', id: 7, extras: {}, expiration: 60 })
  const verify = createTokenVerifier({ clock: clockPort, keys, workspace: 'one' })
  expect(await verify(token, { table: 'user', datasource: 'test' })).toMatchObject({ id: 7 })
  await expect(verify(token, { table: 'user', datasource: 'live' })).rejects.toMatchObject({
    reason: 'wrong_datasource',
  })
})

test('a password is checked against its hash', async () => {
  const { auth } = portsOf('one')
  const hash = await auth.hashPassword('right')
  expect([await auth.checkPassword('right', hash), await auth.checkPassword('wrong', hash)]).toEqual([true, false])
})

test('private hosts are closed unless the server opens them', async () => {
  const { http } = portsOf('one')
  const outcome = http.request({ ...request, url: 'http://127.0.0.1:1/', verifyHost: true, verifyPeer: true })
  await expect(outcome).rejects.toMatchObject({ reason: 'request_refused' })
})

test('a run that has ended sends nothing', async () => {
  const reason = new Error('over')
  const { http } = portsOf('one', 'live', AbortSignal.abort(reason))
  const outcome = http.request({ ...request, url: 'https://1.1.1.1/', verifyHost: true, verifyPeer: true })
  await expect(outcome).rejects.toBe(reason)
})

test('a signed URL begins with the address of the request', async () => {
  const { files } = portsOf('one')
  const { path } = await files.store(new FileResource('a.txt', 'text/plain', Buffer.from('a')), 'private')
  expect(await files.signUrl(path, 60)).toContain(`https://app.test${path}?expires=`)
})

test('mail says that there is none', async () => {
  await expect(portsOf('one').mail.send({})).rejects.toMatchObject({ name: 'StackError', reason: 'mail_unavailable' })
})

const logged: [name: string, value: Value, expected: unknown][] = [
  ['a value', { a: [1] }, { value: { a: [1] } }],
  ['a text with a line break', 'a\nb', { value: 'a\nb' }],
  [
    'a file without its content',
    [new FileResource('n', 'm/m', new Uint8Array(9))],
    { value: [{ name: 'n', mime: 'm/m', size: 9 }] },
  ],
  ['a stream unread', new ValueStream((async function* () {})()), { value: '[stream]' }],
  ['the start of a long text', 'x'.repeat(20_000), { start: `"${'x'.repeat(9999)}`, length: 20_002 }],
]

test.each(logged)('the log takes %s on one line', (_, value, expected) => {
  const written: string[] = []
  const write = (line: string) => void written.push(line)
  createLogPort({ clock: { now: () => 0 }, write, workspace: 'w', requestId: 'r' }).debug(value)
  expect(written.join('')).not.toContain('\n')
  const head = { time: '1970-01-01T00:00:00.000Z', level: 'debug', workspace: 'w', request: 'r' }
  expect(written.map((line) => JSON.parse(line) as unknown)).toEqual([{ ...head, ...(expected as object) }])
})

test.each([
  ['key', 'value'],
  ['absent', null],
  ['toString', null],
  ['__proto__', null],
])('the variable %s is %j', (name, expected) => {
  expect(createEnvPort({ key: 'value' }).get(name)).toBe(expected)
})

test('the variables that are given out are not the ones that are kept', () => {
  const env = createEnvPort({ key: 'value' })
  env.all()['key'] = 'other'
  expect(env.all()).toEqual({ key: 'value' })
})

test.each([
  [5, 5],
  [-2, 2],
  [0, 2 ** 40],
  [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  [-(2 ** 48), 2 ** 48],
])('random numbers from %d to %d stay between', (min, max) => {
  for (let round = 0; round < 200; round++) {
    const number = randomPort.integer(min, max)
    expect(Number.isSafeInteger(number) && number >= min && number <= max).toBe(true)
  }
})

test('both ends of a random range are drawn', () => {
  const drawn = new Set(Array.from({ length: 400 }, () => randomPort.integer(1, 3)))
  expect([...drawn].toSorted((left, right) => left - right)).toEqual([1, 2, 3])
})

test.each([
  ['a range turned around', () => randomPort.integer(2, 1)],
  ['a fraction', () => randomPort.integer(0.5, 1)],
  ['a length below 0', () => randomPort.bytes(-1)],
  ['a length of megabytes', () => randomPort.bytes(1e9)],
])('randomness refuses %s', (_, draw) => {
  expect(draw).toThrow(expect.objectContaining({ reason: 'invalid_argument' }))
})

test('a sleep takes its time, and ends with its signal', async () => {
  const started = performance.now()
  await clockPort.sleep(30)
  expect(performance.now() - started).toBeGreaterThan(25)
  const controller = new AbortController()
  const sleeping = clockPort.sleep(2 ** 40, controller.signal)
  controller.abort('over')
  await expect(sleeping).rejects.toBe('over')
  await expect(clockPort.sleep(0, controller.signal)).rejects.toBe('over')
})
