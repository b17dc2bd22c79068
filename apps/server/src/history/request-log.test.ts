import { expect, test } from 'vitest'
import { createRequestLog } from './request-log.ts'

const kind = { branch: 'v1', datasource: 'live', group: 'main', route: 'a', method: 'GET', userTable: null }

/** A log over a store that does what `works` says. */
function logOver(works: () => Error | null, limit?: number) {
  const stored: string[] = []
  const lines: string[] = []
  const lost: number[] = []
  const clock = { at: 0, now: () => clock.at }
  const log = createRequestLog({
    history: {
      async add(batch) {
        const error = works()
        if (error !== null) throw error
        stored.push(...batch.paths.values())
      },
      addLost: async (counts) => void lost.push(...counts.values()),
    },
    clock,
    log: (line) => lines.push(line),
    ...(limit === undefined ? {} : { limit }),
  })
  const add = (path: string) => log.batch(1)?.add(kind, 0, 200, 1, 2, path, null)
  return { log, add, stored, lines, lost, clock }
}

test('requests wait in order and are stored together', async () => {
  const { log, add, stored } = logOver(() => null)
  for (const path of ['a', 'b', 'c']) add(path)
  expect(stored).toEqual([])
  await log.flush()
  expect(stored).toEqual(['a', 'b', 'c'])
  await log.stop()
})

test('what a failing store did not take is stored when it works again, and said once', async () => {
  let fails = true
  const { log, add, stored, lines, lost, clock } = logOver(() => (fails ? new Error('disk full') : null))
  add('a')
  await log.flush()
  add('b')
  clock.at = 6_000
  await log.flush()
  expect([stored, lost]).toEqual([[], []])
  expect(lines).toEqual(['Request history could not be saved (1 requests wait, 0 were lost): disk full'])
  fails = false
  clock.at = 12_000
  await log.flush()
  expect(stored).toEqual(['a', 'b'])
  await log.stop()
})

test('requests past the limit are lost, counted and reported, and the store is told', async () => {
  let fails = true
  const { log, add, stored, lines, lost, clock } = logOver(() => (fails ? new Error('down') : null), 2)
  for (const path of ['a', 'b', 'c', 'd', 'e']) add(path)
  await log.flush()
  fails = false
  clock.at = 6_000
  await log.flush()
  expect([stored, lost]).toEqual([['a', 'b'], [3]])
  expect(lines.at(-1)).toBe('Request history is saved again; 3 requests were served and not kept.')
  await log.stop()
})

test('what no store can take is given up and does not hold up what follows', async () => {
  const bad = Object.assign(new Error('invalid byte sequence'), { code: '22021' })
  let first = true
  const { log, add, stored, lost, clock } = logOver(() => {
    const error = first ? bad : null
    first = false
    return error
  })
  add('bad')
  await log.flush()
  add('good')
  clock.at = 1
  await log.flush()
  expect([stored, lost]).toEqual([['good'], [1]])
  await log.stop()
})
