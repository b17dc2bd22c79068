import { expect, test } from 'vitest'
import { compare, looseEquals, strictEquals } from '../../src/values/equality.ts'
import { getMember } from '../../src/values/members.ts'
import { getPath } from '../../src/values/path/get-path.ts'
import { setPath, unsetPath } from '../../src/values/path/set-path.ts'
import type { Value } from '../../src/values/value.ts'

/** 2^40 rows, all of them one. */
function doubled(): Value {
  let list: Value = [{ a: { b: 1 } }]
  for (let times = 0; times < 40; times++) list = [list, list]
  return list
}

const list = doubled()
const tooLarge = expect.objectContaining({ reason: 'value_too_large' })
const expressions = () => true

test.each<[string, () => unknown]>([
  ['a member', () => getMember(list, 'a')],
  ['a path', () => getPath(list, 'a.b')],
  ['a path with a condition', () => getPath(list, '[$this.a == 1].b', expressions)],
  ['setting a path', () => setPath(list, 'a.b', 1)],
  ['setting where a condition holds', () => setPath(list, '[$this].a.b', 1, expressions)],
  ['taking a path away', () => unsetPath(list, 'a.b')],
  ['equality', () => looseEquals(list, doubled())],
  ['strict equality', () => strictEquals(list, doubled())],
  ['order', () => compare(list, doubled())],
])('%s of a list that holds itself many times over is stopped', (_name, work) => {
  expect(work).toThrow(tooLarge)
})

test('a long list of rows is not', () => {
  const rows = Array.from({ length: 200_000 }, (_, id) => ({ id, tags: ['a'] }))
  expect(getMember(rows, 'id')).toHaveLength(200_000)
  expect(getPath(rows, 'tags')).toHaveLength(200_000)
  expect(looseEquals(rows, structuredClone(rows))).toBe(true)
})
