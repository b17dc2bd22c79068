import { expect, test } from 'vitest'
import { Batch } from './batch.ts'

const kind = { branch: 'v1', datasource: 'live', group: 'main', route: 'a', method: 'GET', userTable: null }
const other = { ...kind, route: 'b' }

test('a slow request that began before those already there moves the beginning, not the others', () => {
  const batch = new Batch(1)
  batch.add(kind, 5_000, 200, 1.2345, 10, null, null)
  batch.add(other, 2_000, 500, 3_000, 20, 'b/1', '7')
  batch.add(kind, 6_000, 200, 1, 30, null, null)
  expect(batch).toMatchObject({ at: 2_000, errors: 1, slowest: 3_000, length: 3, kinds: [kind, other] })
  expect([...batch.numbers]).toEqual(
    [
      [0, 3_000, 200, 1_235, 10],
      [1, 0, 500, 3_000_000, 20],
      [0, 4_000, 200, 1_000, 30],
    ].flat(),
  )
  expect([[...batch.paths], [...batch.userIds]]).toEqual([[[1, 'b/1']], [[1, '7']]])
})

test('it grows, and what is too large for the store is the largest it takes', () => {
  const batch = new Batch(1)
  for (let index = 0; index < 1_000; index++) batch.add(kind, index, 200, 1e9, 5e9, null, null)
  const numbers = batch.numbers
  expect(numbers).toHaveLength(5_000)
  expect(Array.from(numbers.slice(-5))).toEqual([0, 999, 200, 2_147_483_647, 2_147_483_647])
})
