import { expect, test } from 'vitest'
import { areaOf, atSpot, moved } from './selection.ts'

const SIZE = { rows: 100, columns: 5 }

const press = (keys: string, from = { row: 10, column: 2 }) => {
  let selection = atSpot(from)
  for (const one of keys.split(' ')) {
    const parts = one.split('+')
    const held = { shiftKey: parts.includes('Shift'), ctrlKey: parts.includes('Ctrl'), metaKey: false }
    const key = parts.at(-1) ?? ''
    selection = moved(selection, key === 'Space' ? ' ' : key, held, SIZE, 20) ?? selection
  }
  const { top, bottom, left, right } = areaOf(selection)
  return `${top}-${bottom} ${left}-${right}`
}

test.each([
  ['ArrowDown', '11-11 2-2'],
  ['ArrowLeft ArrowLeft ArrowLeft', '10-10 0-0'],
  ['Ctrl+ArrowRight', '10-10 4-4'],
  ['Ctrl+ArrowUp', '0-0 2-2'],
  ['Home', '10-10 0-0'],
  ['Ctrl+End', '99-99 4-4'],
  ['PageDown PageUp PageUp', '0-0 2-2'],
  ['PageDown', '30-30 2-2'],
  ['Shift+ArrowDown Shift+ArrowRight', '10-11 2-3'],
  ['Shift+ArrowUp Shift+ArrowUp', '8-10 2-2'],
  ['Shift+ArrowDown Shift+Space', '10-11 0-4'],
  ['Shift+ArrowDown ArrowRight', '11-11 3-3'],
  ['Ctrl+a', '0-99 0-4'],
  ['x', '10-10 2-2'],
])('%s selects %s', (keys, wanted) => {
  expect(press(keys)).toBe(wanted)
})

test('a table without rows keeps the first place', () => {
  const held = { shiftKey: false, ctrlKey: true, metaKey: false }
  expect(moved(atSpot({ row: 0, column: 0 }), 'End', held, { rows: 0, columns: 0 }, 20)).toEqual(
    atSpot({ row: 0, column: 0 }),
  )
})
