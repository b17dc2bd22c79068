import { runInThisContext } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'
import { ASK_EARLY, fetchOnce } from './early-answers.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A page at this address that has run the early script; answers what was sent from it. */
function openPage(pathname: string, search: string): string[] {
  const sent: string[] = []
  const window: { cairnEarly?: object } = {}
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', { pathname, search })
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    sent.push(`${init.method} ${address} ${typeof init.body === 'string' ? init.body : ''}`.trim())
    return Promise.resolve(new Response('{}'))
  })
  runInThisContext(ASK_EARLY)
  return sent
}

const object = { method: 'POST', body: JSON.stringify({ workspace: 3, object: 7 }) }

test('what the address names is asked for once, and then answered from that', async () => {
  const sent = openPage('/workspace/stack', '?id=3&object=7')
  const asked = ['GET /api:meta/workspaces', 'POST /api:meta/object {"workspace":3,"object":7}']
  expect(sent).toEqual(asked)
  await fetchOnce('/api:meta/object', object)
  await fetchOnce('/api:meta/workspaces', { method: 'GET' })
  expect(sent).toEqual(asked)
  await fetchOnce('/api:meta/object', object)
  await fetchOnce('/api:meta/object', { method: 'POST', body: '{"workspace":3,"object":8}' })
  expect(sent).toHaveLength(4)
})

test('what nobody took is forgotten', async () => {
  const sent = openPage('/workspace/stack', '?id=3&object=7')
  vi.advanceTimersByTime(10_000)
  await fetchOnce('/api:meta/object', object)
  expect(sent).toHaveLength(3)
})

test.each([
  ['/', '?id=3', 0],
  ['/workspaces', '', 0],
  ['/workspace', '?id=3', 1],
  ['/workspace/api', '?id=3&object=x', 1],
])('%s%s asks for %i things', (pathname, search, count) => {
  expect(openPage(pathname, search)).toHaveLength(count)
})
