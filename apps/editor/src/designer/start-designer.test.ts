import { expect, test } from 'vitest'
import { startDesigner } from './start-designer.ts'

const source = {
  id: 1,
  branch: 'v1',
  kind: 'function',
  name: 'f',
  draft: 'function b {\n}\n',
  published: 'function a {\n}\n',
  version: 1,
  edition: 4,
}
const step = { change: { at: 0, removed: '', added: '' }, selection: [], field: null }
const kept = {
  text: 'function b {\n}\n',
  history: { done: [step], undone: [] },
  unfinished: { 'stack.0/value': '"""' },
  edition: 3,
  unsent: false,
  base: 'function b {\n}\n',
  unanswered: [],
}
const show = (started: ReturnType<typeof startDesigner>) => {
  const { document, history, unfinished } = started.designer.store.getState()
  return [
    document.text.trim().split(' ')[1],
    history.done.length,
    Object.keys(unfinished).length,
    started.edition,
    started.unsent,
  ]
}

test.each([
  ['the draft is shown', source, null, ['b', 0, 0, 4, false]],
  ['what is live is shown where there is no draft', { ...source, draft: null }, null, ['a', 0, 0, 4, false]],
  ['undo goes on where the text is the same', source, kept, ['b', 1, 1, 4, false]],
  [
    'undo starts anew where a colleague changed the text',
    { ...source, draft: 'function c {\n}\n' },
    kept,
    ['c', 0, 0, 4, false],
  ],
  [
    'what was not sent comes first',
    source,
    { ...kept, text: 'function mine {\n}\n', unsent: true },
    ['mine', 1, 1, 3, true],
  ],
])('%s', (_, server, browser, expected) => {
  expect(show(startDesigner(server, browser))).toEqual(expected)
})

test('a conflict can be put together later: the text that both began with is kept', () => {
  expect(startDesigner(source, { ...kept, unsent: true, base: 'old' }).base).toBe('old')
  expect(startDesigner(source, null).base).toBe(source.draft)
})
