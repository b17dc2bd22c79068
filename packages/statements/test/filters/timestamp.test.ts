import { describe, expect, test } from 'vitest'
import { StackError } from '@cairn/statements'
import { evaluateExample, now } from './evaluate-example.ts'

const startOfToday = Date.UTC(2025, 0, 15)

describe('now is the clock of the request', () => {
  test.each([
    ['"now"|to_timestamp', now],
    ['now|to_ms', now],
    ['now|to_seconds', Math.floor(now / 1000)],
    ['"today"|to_timestamp', startOfToday],
    ['"today"|to_timestamp:"America/New_York"', startOfToday + 5 * 3_600_000],
    ['now|transform_timestamp:"-1 hour"', now - 3_600_000],
    ['now|transform_timestamp:"today"', startOfToday],
    ['now|format_timestamp:"Y-m-d H:i:s.v":"UTC"', '2025-01-15 13:14:15.678'],
    ['now|add_secs_to_timestamp:86400', now + 86_400_000],
    ['"10:30"|parse_timestamp:"H:i"', startOfToday + 10.5 * 3_600_000],
    ['"1700000000000"|to_timestamp', 1700000000000],
    ['1700000000000|timestamp_add_days:"2"', 1700000000000 + 2 * 86_400_000],
  ])('%s = %s', (expression, expected) => {
    expect(evaluateExample(expression)).toBe(expected)
  })
})

describe('days of 23 and 25 hours in New York', () => {
  test.each([
    ['"2025-03-08 12:00"|timestamp_add_days:1:"America/New_York"|format_timestamp:"c"', '2025-03-09T16:00:00+00:00'],
    ['"2025-03-08 12:00"|timestamp_add_hours:24:"America/New_York"|format_timestamp:"c"', '2025-03-09T17:00:00+00:00'],
    ['"2025-11-01 12:00"|timestamp_add_days:1:"America/New_York"|format_timestamp:"c"', '2025-11-02T17:00:00+00:00'],
    [
      '"2025-12-09 12:00"|timestamp_subtract_months:9:"America/New_York"|format_timestamp:"c"',
      '2025-03-09T16:00:00+00:00',
    ],
    ['"2024-01-31"|timestamp_add_months:1|format_timestamp:"Y-m-d"', '2024-02-29'],
    ['"2024-01-31"|transform_timestamp:"+1 month"|format_timestamp:"Y-m-d"', '2024-03-02'],
  ])('%s = %s', (expression, expected) => {
    expect(evaluateExample(expression)).toBe(expected)
  })
})

describe('errors', () => {
  test.each([
    ['"gibberish"|to_timestamp', 'not_timestamp'],
    ['true|to_timestamp', 'not_timestamp'],
    ['[1]|format_timestamp:"Y"', 'not_timestamp'],
    ['now|transform_timestamp:"sideways"', 'not_timestamp'],
    ['"x"|parse_timestamp:"Y"', 'not_timestamp'],
    ['now|format_timestamp:"Y":"Mars/Olympus"', 'unknown_time_zone'],
    ['now|timestamp_year:"../../etc/passwd"', 'unknown_time_zone'],
    [`now|format_timestamp:"${'r'.repeat(5000)}"`, 'text_too_long'],
    ['now|add_secs_to_timestamp:"many"', 'not_numeric'],
    ['1|secureid_encode:""', 'invalid_argument'],
    ['1.5|secureid_encode:"s"', 'not_integer'],
    ['"1e400"|secureid_encode:"s"', 'not_integer'],
    ['1|secureid_encode:"s"|secureid_decode:"t"', 'invalid_secure_id'],
    ['"short"|secureid_decode:"s"', 'invalid_secure_id'],
    ['"AAAAAAAAAAAAAAAAAAAAAA"|secureid_decode:"s"', 'invalid_secure_id'],
    ['"data"|encrypt:"aes-256-cbc":"short":"abcdef9876543210"', 'invalid_key'],
    ['"data"|decrypt:"aes-128-gcm":"0123456789abcdef":"abcdef987654"', 'decryption_failed'],
  ])('%.60s: %s', (expression, reason) => {
    let thrown: unknown
    try {
      evaluateExample(expression)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(StackError)
    expect((thrown as StackError).reason).toBe(reason)
  })
})

test('a secure id is the same each time, and another for another number or salt', () => {
  const ids = ['1|secureid_encode:"s"', '2|secureid_encode:"s"', '1|secureid_encode:"t"'].map((text) =>
    evaluateExample(text),
  )
  expect(new Set(ids).size).toBe(3)
  expect(evaluateExample('1|secureid_encode:"s"')).toBe(ids[0])
})
