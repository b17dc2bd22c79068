import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCairn, type Cairn } from '../e2e/start-cairn.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
let cairn: Cairn

beforeAll(async () => {
  cairn = await startCairn(join(root, 'examples/notes'))
})
afterAll(() => cairn.stop())

test('the example loads whole', () => {
  expect(cairn.tables).toEqual(['note', 'user'])
  expect(cairn.groups.map(({ name, canonical }) => [name, canonical])).toEqual([
    ['auth', 'notes-auth'],
    ['notes', 'notes'],
  ])
})

interface Call {
  /** What the README sends; a call with a body is a POST. */
  path: string
  body?: string
  signedIn?: true
  status: number
  answer: unknown
}

const unauthorized = {
  code: 'ERROR_CODE_UNAUTHORIZED',
  message: 'Unauthorized - Authentication Required',
  payload: '',
}
const note = { id: 1, created_at: expect.any(Number), owner_id: 1, body: 'Buy milk' }

const calls: Call[] = [
  { path: 'api:notes/notes', status: 401, answer: unauthorized },
  {
    path: 'api:notes-auth/signup',
    body: '{"name":"Ada","email":"ada@example.com","password":"four quiet words"}',
    status: 200,
    answer: { authToken: expect.any(String) },
  },
  {
    path: 'api:notes-auth/login',
    body: '{"email":"ada@example.com","password":"four quiet words"}',
    status: 200,
    answer: { authToken: expect.any(String) },
  },
  {
    path: 'api:notes-auth/me',
    signedIn: true,
    status: 200,
    answer: { id: 1, name: 'Ada', email: 'ada@example.com' },
  },
  { path: 'api:notes/notes', body: '{"body":"Buy milk"}', signedIn: true, status: 200, answer: note },
  { path: 'api:notes/notes', signedIn: true, status: 200, answer: [note] },
]

test('the tour of the README makes these calls', () => {
  const texts = calls.flatMap(({ path, body }) => [`localhost:9999/${path}`, ...(body ? [`-d '${body}'`] : [])])
  expect(texts.filter((text) => !readme.includes(text))).toEqual([])
})

test('the tour goes as the README says', async () => {
  let token = ''
  for (const { path, body, signedIn, status, answer } of calls) {
    const response = await fetch(`${cairn.url}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(signedIn ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const got = (await response.json()) as { authToken?: string }
    expect({ path, status: response.status, got }).toEqual({ path, status, got: answer })
    token = got.authToken ?? token
  }
})
