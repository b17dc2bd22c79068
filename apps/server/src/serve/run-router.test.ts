import { expect, test } from 'vitest'
import type { DebugAnswer, DebugCall } from '../editor/index.ts'
import { RunRouter, runsUnreachable } from './run-router.ts'

const callOf = (user: string): DebugCall => ({
  route: 'resumeRun',
  user,
  input: { workspace: 1, session: 's', action: 'continue', set: {}, breakpoints: [] },
})
const answerOf = (code: string): DebugAnswer => ({ refusal: { status: 400, code, message: '' } })

test('the calls of a person go to one worker, those of many to all, and each gets its own answer', async () => {
  const router = new RunRouter(2)
  const users = Array.from({ length: 20 }, (_, index) => `user ${index}`)
  const seen = new Map<string, number[]>()
  for (const place of [0, 1]) {
    const own = router.open(place, (id, { user }) => {
      seen.set(user, [...(seen.get(user) ?? []), place])
      setTimeout(() => own.answered(id, answerOf(user)), 1)
    })
  }
  const answers = await Promise.all([...users, ...users].map((user) => router.answer(callOf(user))))
  expect(answers).toEqual([...users, ...users].map(answerOf))
  for (const [first, second] of seen.values()) expect(second).toBe(first)
  expect(new Set([...seen.values()].flat())).toEqual(new Set([0, 1]))
})

test('a call to a worker that has not begun, or ends before it answers, is told so', async () => {
  const router = new RunRouter(1)
  expect(await router.answer(callOf('a'))).toEqual(runsUnreachable)
  const own = router.open(0, () => undefined)
  const waiting = router.answer(callOf('a'))
  own.end()
  expect(await waiting).toEqual(runsUnreachable)
  expect(await router.answer(callOf('a'))).toEqual(runsUnreachable)
})

test('a worker that ends late does not close the one that took its place', async () => {
  const router = new RunRouter(1)
  const before = router.open(0, () => undefined)
  const own = router.open(0, (id) => own.answered(id, answerOf('here')))
  before.end()
  expect(await router.answer(callOf('a'))).toEqual(answerOf('here'))
})
