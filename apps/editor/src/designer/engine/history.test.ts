import { expect, test } from 'vitest'
import { applyChange, changeBetween, inverse } from './change.ts'
import { insert } from './commands/insert.ts'
import { setArgument } from './commands/edit.ts'
import { createDesigner } from './designer-store.ts'
import { expressionNode, statementNode } from './nodes.ts'

test.each([
  ['', 'a'],
  ['abc', 'abxc'],
  ['aaaa', 'aa'],
  ['one two', 'one three'],
  ['x', ''],
  ['abab', 'ababab'],
])('the step from %j to %j goes both ways', (before, after) => {
  const change = changeBetween(before, after)!
  expect([applyChange(before, change), applyChange(after, inverse(change))]).toEqual([after, before])
})

test('a step of another text is refused', () => {
  expect(() => applyChange('other', { at: 0, removed: 'one', added: '' })).toThrow('another text')
})

const TEXT = 'function f {\n  stack {\n    var $a {\n      value = 1\n    }\n  }\n}\n'
const value = (typed: string) => setArgument('stack.0', 'value', expressionNode(typed))

test('typing in one field is one step, and undo and redo lead back and forth', () => {
  const designer = createDesigner({ text: TEXT })
  const text = () => designer.store.getState().document.text
  for (const typed of ['12', '123', '1234']) designer.run(value(typed), { field: 'stack.0/value' })
  designer.run(insert({ block: 'stack', index: 1 }, [statementNode('debug.stop')]))
  const latest = text()
  designer.undo()
  expect(text()).toBe(TEXT.replace('1', '1234'))
  designer.undo()
  expect(text()).toBe(TEXT)
  designer.undo()
  expect(text()).toBe(TEXT)
  designer.redo()
  designer.redo()
  expect(text()).toBe(latest)
})

test('undo and redo survive a reload', () => {
  const before = createDesigner({ text: TEXT })
  before.run(value('2'))
  before.run(value('3'))
  before.undo()
  const after = createDesigner(structuredClone(before.kept()))
  after.redo()
  expect(after.store.getState().document.text).toContain('value = 3')
  after.undo()
  after.undo()
  expect(after.store.getState().document.text).toBe(TEXT)
})

test('what can not stand in the text is kept beside it', () => {
  const designer = createDesigner({ text: TEXT })
  expect(designer.run(value('"""open'), { field: 'stack.0/value' })).toBe(false)
  designer.keepUnfinished('stack.0/value', '"""open')
  const reloaded = createDesigner(designer.kept())
  expect(reloaded.store.getState().document.text).toBe(TEXT)
  expect(reloaded.store.getState().unfinished).toEqual({ 'stack.0/value': '"""open' })
})
