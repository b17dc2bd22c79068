import { expect, test } from 'vitest'
import { sameValue } from './same-value.ts'

const same: [string, string][] = [
  ['1', '1.0'],
  ['0', '-0'],
  ['{"a":1,"b":[2]}', '{"b":[2],"a":1}'],
  ['null', 'null'],
  ['{"__proto__":1}', '{"__proto__":1}'],
]
const different: [string, string][] = [
  ['1', '"1"'],
  ['[]', '{}'],
  ['null', '{}'],
  ['[1,2]', '[2,1]'],
  ['{"a":null}', '{"b":null}'],
  ['{"a":1}', '{"a":1,"b":1}'],
  ['{"__proto__":1}', '{"__proto__":2}'],
]

test.each(same)('%s is %s', (a, b) => expect(sameValue(JSON.parse(a), JSON.parse(b))).toBe(true))
test.each(different)('%s is not %s', (a, b) => {
  expect(sameValue(JSON.parse(a), JSON.parse(b))).toBe(false)
  expect(sameValue(JSON.parse(b), JSON.parse(a))).toBe(false)
})
