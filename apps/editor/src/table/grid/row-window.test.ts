import { expect, test } from 'vitest'
import type { Row } from './rows.ts'
import { BLOCK, createRowWindow, type BlockAsk } from './row-window.ts'

const table = (size: number): Row[] =>
  Array.from({ length: size }, (_, index) => ({ id: index + 1, word: `w${index}` }))

const start = (size: number) => {
  let rows = table(size)
  const asks: BlockAsk[] = []
  let fails = false
  const window = createRowWindow({
    sortedBy: null,
    fetch: (ask) => {
      asks.push(ask)
      if (fails) return Promise.reject(new Error('gone'))
      const from = ask.after === null ? 0 : rows.findIndex(({ id }) => id === ask.after?.id) + 1
      const found = rows.slice(from + ask.skip, from + ask.skip + ask.perPage)
      return Promise.resolve({ rows: found, total: ask.count ? rows.length : null })
    },
  })
  return {
    window,
    asks,
    set: (next: Row[]) => (rows = next),
    fail: (on: boolean) => (fails = on),
    rows: () => rows,
  }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('scrolling goes on from the last row seen, and a jump skips from the nearest one', async () => {
  const { window, asks } = start(10_000)
  window.show(0, 30)
  await settled()
  window.show(150, 210)
  await settled()
  window.show(7_000, 7_030)
  await settled()
  expect(asks).toEqual([
    { after: null, skip: 0, perPage: BLOCK, count: true },
    { after: { id: 200, value: 200 }, skip: 0, perPage: BLOCK, count: false },
    { after: { id: 400, value: 400 }, skip: 6_600, perPage: BLOCK, count: false },
  ])
  expect(window.row(7_001)).toEqual({ id: 7_002, word: 'w7001' })
  expect(window.store.getState().total).toBe(10_000)
})

test('nothing is asked for twice, and what is far away is forgotten', async () => {
  const { window, asks } = start(100_000)
  for (let at = 0; at < 100_000; at += 5_000) {
    window.show(at, at + 30)
    window.show(at, at + 31)
    await settled()
  }
  expect(asks).toHaveLength(20)
  expect(window.store.getState().blocks.size).toBeLessThan(3)
  window.show(0, 30)
  await settled()
  expect(window.row(0)).toEqual({ id: 1, word: 'w0' })
})

test('a refresh keeps the old rows until the new ones are there, and counts again', async () => {
  const { window, set, rows } = start(500)
  window.show(210, 240)
  await settled()
  set(rows().slice(1))
  window.refresh()
  expect(window.row(210)).toEqual({ id: 211, word: 'w210' })
  await settled()
  expect(window.row(210)).toEqual({ id: 212, word: 'w211' })
  expect(window.store.getState().total).toBe(499)
})

test('an answer of before a refresh is not taken', async () => {
  const { window, set, rows } = start(100)
  window.show(0, 30)
  set(rows().slice(50))
  window.refresh()
  await settled()
  expect(window.row(0)).toEqual({ id: 51, word: 'w50' })
})

test('what failed is said, and asked for again', async () => {
  const { window, fail } = start(100)
  fail(true)
  window.show(0, 30)
  await settled()
  expect(window.store.getState().error?.message).toBe('gone')
  fail(false)
  window.show(0, 30)
  await settled()
  expect(window.store.getState()).toMatchObject({ error: null, total: 100 })
})

test('a changed row takes its place', async () => {
  const { window } = start(3)
  window.show(0, 2)
  await settled()
  window.replace({ id: 2, word: 'new' })
  expect([0, 1, 2].map((index) => window.row(index)?.['word'])).toEqual(['w0', 'new', 'w2'])
})
