import { clause } from '@cairn/language'
import { expect, test } from 'vitest'
import { readDocument } from '../engine/document.ts'
import { firstView } from './first-view.ts'
import { layoutStack, type Box } from './layout.ts'
import { nearestSpot, spotsOf } from './nearest-place.ts'

const layoutOf = (stack: string) =>
  layoutStack(clause(readDocument(`function f {\nstack {\n${stack}\n}\n}`).object!.body, 'stack')!.body, 'stack')

const IF = (then: string, otherwise: string) => `conditional {\nif ($a) {\n${then}\n}\nelse {\n${otherwise}\n}\n}`
const SAMPLE = `var $a {\nvalue = 1\n}\n${IF(IF('debug.stop', 'debug.stop\ndebug.stop'), 'debug.stop')}\nforeach ($a) {\neach as $b {\ndebug.stop\n}\n}`

const right = ({ x, width }: Box) => x + width
const bottom = ({ y, height }: Box) => y + height
const overlaps = (a: Box, b: Box) => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)

test('every statement and block has a box, and a way down to it', () => {
  const { boxes, lines } = layoutOf(SAMPLE)
  const keys = boxes.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toEqual(
    expect.arrayContaining(['stack.0', 'stack.1.then.0.else.1', 'stack.2.each.0', 'stack.1.else.+', 'stack.+']),
  )
  expect(lines.filter(({ from, to }) => !keys.includes(from) || !keys.includes(to))).toEqual([])
})

test('boxes overlap only with the frames around them', () => {
  const { boxes } = layoutOf(SAMPLE)
  const wrong = boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const nested = b.key.startsWith(`${a.key}.`) || a.key.startsWith(`${b.key}.`)
      return overlaps(a, b) && !nested ? [`${a.key} and ${b.key}`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test('a frame holds all that is in it, and the whole holds every frame', () => {
  const { boxes, width, height } = layoutOf(SAMPLE)
  const frames = boxes.filter(({ kind }) => kind === 'frame')
  const outside = frames.flatMap((frame) =>
    boxes.filter(
      (box) =>
        box.key.startsWith(`${frame.key}.`) &&
        (box.x < frame.x || right(box) > right(frame) || bottom(box) > bottom(frame)),
    ),
  )
  expect(outside.map(({ key }) => key)).toEqual([])
  expect(boxes.filter((box) => box.x < 0 || right(box) > width || bottom(box) > height).map(({ key }) => key)).toEqual(
    [],
  )
})

const spotAt = (x: number, y: number) => nearestSpot(spotsOf(layoutOf(SAMPLE)), x, y)?.place

test('what is dropped lands at the nearest place: above the first, between, at the end of a block', () => {
  const { boxes } = layoutOf(SAMPLE)
  const at = (key: string) => boxes.find((box) => box.key === key)!
  const top = at('stack.0')
  expect(spotAt(top.x + 10, top.y - 30)).toEqual({ block: 'stack', index: 0 })
  const inner = at('stack.1.then.0.else.1')
  expect(spotAt(inner.x + 100, inner.y - 10)).toEqual({ block: 'stack.1.then.0.else', index: 1 })
  const end = at('stack.2.each.+')
  expect(spotAt(end.x, end.y)).toEqual({ block: 'stack.2.each', index: 1 })
  expect(spotAt(at('stack.+').x, 10_000)).toEqual({ block: 'stack', index: 3 })
})

test.each([
  [400, 1200, { x: 400, y: 32, zoom: 1 }],
  [400, 390, { x: 40, y: 32, zoom: 0.775 }],
  [5_000, 1200, { x: 20, y: 32, zoom: 0.6 }],
  [400, 0, { x: 20, y: 32, zoom: 1 }],
])('a stack %i wide is first seen in %i pixels', (width, available, expected) => {
  expect(firstView(width, available)).toEqual(expected)
})

test('a statement can be added above the first one, and that is no place twice', () => {
  const { boxes, lines } = layoutOf('debug.stop')
  expect(boxes.filter(({ kind }) => kind === 'add').map(({ key, place }) => [key, place?.index])).toEqual([
    ['stack.^', 0],
    ['stack.+', 1],
  ])
  expect(lines).toEqual([
    { from: 'stack.^', to: 'stack.0', place: null },
    { from: 'stack.0', to: 'stack.+', place: null },
  ])
})

test('an empty stack is one place to add to', () => {
  expect(layoutOf('').boxes.map(({ key, kind }) => [key, kind])).toEqual([['stack.+', 'add']])
})
