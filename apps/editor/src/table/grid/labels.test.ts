import { expect, test } from 'vitest'
import { createLabels, labelOf } from './labels.ts'
import type { Key, Row } from './rows.ts'

test.each<[Row, string]>([
  [{ id: 1, slug: 'a', name: 'Ada' }, 'Ada'],
  [{ id: 1, name: '', email: 'a@b.c' }, 'a@b.c'],
  [{ id: 1, state: 'open' }, 'open'],
  [{ id: 'x1', count: 2 }, ''],
])('%j is known as %j', (row, label) => {
  expect(labelOf(row)).toBe(label)
})

test('a key is asked for once, together with the others of its table, and again after a failure', async () => {
  const asks: [string, Key[]][] = []
  let fails = false
  const labels = createLabels((table, keys) => {
    asks.push([table, keys])
    if (fails) return Promise.reject(new Error('gone'))
    return Promise.resolve(keys.filter((key) => key !== 9).map((id) => ({ id, name: `${table} ${id}` })))
  })
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
  labels.want('user', [1, 2])
  labels.want('user', [2, 9])
  labels.want('deal', [1])
  await settled()
  labels.want('user', [1, 9])
  await settled()
  expect(asks).toEqual([
    ['user', [1, 2, 9]],
    ['deal', [1]],
  ])
  expect(Object.fromEntries(labels.store.getState())).toEqual({
    'user/1': 'user 1',
    'user/2': 'user 2',
    'user/9': '',
    'deal/1': 'deal 1',
  })
  fails = true
  labels.want('user', [3])
  await settled()
  fails = false
  labels.want('user', [3])
  await settled()
  expect(labels.store.getState().get('user/3')).toBe('user 3')
})
