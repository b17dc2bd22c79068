import { expect, test } from 'vitest'
import { createDesigner } from '../engine/designer-store.ts'
import { startAutosave, type SaveAnswer, type SaveState } from './autosave.ts'

/** An autosave whose clock and server the test holds. */
function setUp(answers: SaveAnswer[], unsent = false, unanswered: string[] = [], base = 'function a {\n}\n') {
  const designer = createDesigner({ text: 'function a {\n}\n' })
  const sent: [string, number][] = []
  const states: SaveState['kind'][] = []
  const bases: (string | null)[] = []
  const kept: { text: string; unsent: boolean }[] = []
  let due: (() => void) | null = null
  const autosave = startAutosave({
    designer,
    edition: 1,
    unsent,
    base,
    unanswered,
    send: async (text, edition) => {
      sent.push([text.trim().split('\n')[0] ?? '', edition])
      return answers.shift() ?? { kind: 'offline' }
    },
    keep: ({ text, unsent: waits }) => kept.push({ text, unsent: waits }),
    onState: (state) => {
      states.push(state.kind)
      if (state.kind === 'conflict') bases.push(state.base)
    },
    wait: (_, then) => {
      due = then
      return () => {
        due = null
      }
    },
  })
  const pause = async () => {
    due?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const type = (name: string) => designer.setText(`function ${name} {\n}\n`)
  return { autosave, sent, states, bases, kept, pause, type }
}

test('what is typed is sent once, when typing pauses', async () => {
  const { sent, states, pause, type } = setUp([{ kind: 'saved', edition: 2 }])
  type('b')
  type('bc')
  expect(sent).toEqual([])
  await pause()
  await pause()
  expect(sent).toEqual([['function bc {', 1]])
  expect(states).toEqual(['saving', 'saved'])
})

test('every keystroke is kept here at once', () => {
  const { kept, type } = setUp([])
  type('b')
  type('bc')
  expect(kept).toEqual([
    { text: 'function b {\n}\n', unsent: true },
    { text: 'function bc {\n}\n', unsent: true },
  ])
})

test('what a lost connection kept back is sent again, with what was typed meanwhile', async () => {
  const { sent, states, pause, type } = setUp([{ kind: 'offline' }, { kind: 'saved', edition: 2 }])
  type('b')
  await pause()
  type('bc')
  await pause()
  expect(sent).toEqual([
    ['function b {', 1],
    ['function bc {', 1],
  ])
  expect(states).toEqual(['saving', 'offline', 'saving', 'saved'])
})

test("what was sent before a reload and never answered is no colleague's", async () => {
  const before = 'function b {\n}\n'
  const { sent, states, pause, autosave } = setUp(
    [
      { kind: 'conflict', theirs: before, edition: 5 },
      { kind: 'saved', edition: 6 },
    ],
    true,
    [before],
  )
  await pause()
  await pause()
  expect(await autosave.flush()).toBe(6)
  expect(sent).toEqual([
    ['function a {', 1],
    ['function a {', 5],
  ])
  expect(states).toEqual(['saving', 'saved', 'saving', 'saved'])
})

test("a colleague's text is never overwritten unasked", async () => {
  const { autosave, sent, pause, type } = setUp([
    { kind: 'conflict', theirs: 'function z {\n}\n', edition: 5 },
    { kind: 'saved', edition: 6 },
  ])
  type('b')
  await pause()
  type('bc')
  await pause()
  expect(sent).toHaveLength(1)
  expect(await autosave.flush()).toBeNull()
  autosave.settle(5, 'function z {\n}\n')
  expect(await autosave.flush()).toBe(6)
  expect(sent).toEqual([
    ['function b {', 1],
    ['function bc {', 5],
  ])
})

test('what an earlier visit could not send is sent at once', async () => {
  const { sent, pause } = setUp([{ kind: 'saved', edition: 2 }], true)
  await pause()
  expect(sent).toEqual([['function a {', 1]])
})

test('a conflict knows the text that both began with: what the server last took, or had', async () => {
  const theirs = { kind: 'conflict', theirs: 'function z {\n}\n', edition: 5 } as const
  const { autosave, bases, pause, type } = setUp([{ kind: 'saved', edition: 2 }, theirs, theirs])
  type('b')
  await pause()
  type('bc')
  await pause()
  autosave.settle(5, theirs.theirs)
  await autosave.flush()
  expect(bases).toEqual(['function b {\n}\n', 'function z {\n}\n'])

  const later = setUp([theirs], true, [], 'function kept {\n}\n')
  await later.pause()
  expect(later.bases).toEqual(['function kept {\n}\n'])
})
