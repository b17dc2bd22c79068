import type { EndpointHours } from '@cairn/workspace'
import { expect, onTestFinished, test } from 'vitest'
import { count } from '../http/tally.ts'
import { createTallies } from './tallies.ts'

const key = { workspaceId: 1, group: 'Main', verb: 'GET', path: 'a' }
const hour = new Date('2026-11-24T06:00:00Z')
const clock = { now: () => new Date('2026-11-24T06:59:59Z') }

test('what was counted is written once, and again after a write that failed', async () => {
  const written: unknown[] = []
  let broken = true
  const add: EndpointHours['add'] = async (counted) => {
    if (broken) throw new Error('away')
    written.push(...counted)
  }
  const lines: string[] = []
  const tallies = createTallies({ add, since: async () => [] }, clock, (line) => lines.push(line))
  onTestFinished(() => tallies.stop())

  count(tallies.of(key), 200, 5)
  await tallies.flush()
  expect([written, lines.length]).toEqual([[], 1])
  broken = false
  // The endpoint was published again meanwhile.
  count(tallies.of({ ...key }), 404, 3)
  await tallies.flush()
  await tallies.flush()
  expect(written).toEqual([{ ...key, hour, requests: 2, errors: 1, totalMs: 8, slowestMs: 5 }])
})
