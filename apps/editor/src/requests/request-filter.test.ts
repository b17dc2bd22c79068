import { expect, test } from 'vitest'
import { endpointKey, everything, filterOf } from './request-filter.ts'

const now = Date.UTC(2026, 10, 24, 12)

test('what is not chosen is not asked for', () => {
  expect(filterOf(everything, now)).toEqual({ from: '2026-11-23T12:00:00.000Z' })
})

test('everything that is chosen is asked for', () => {
  const endpoint = endpointKey({ group: 'Main "x"', verb: 'GET', path: 'deals/{id}' })
  const chosen = { answer: 'server_error', branch: 'next', endpoint, text: '  ada ', slow: '500' } as const
  expect(filterOf({ span: '1h', ...chosen }, now)).toEqual({
    from: '2026-11-24T11:00:00.000Z',
    branch: 'next',
    answer: 'server_error',
    group: 'Main "x"',
    method: 'GET',
    route: 'deals/{id}',
    text: 'ada',
    slowMs: 500,
  })
})
