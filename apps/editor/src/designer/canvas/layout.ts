import { clauses, type Body, type Statement } from '@cairn/language'
import { statementsOf } from '../engine/document.ts'
import type { Place } from '../engine/places.ts'

/** A box of the canvas, with its place from the top left corner. */
export interface Box {
  key: string
  kind: 'statement' | 'frame' | 'clause' | 'add'
  x: number
  y: number
  width: number
  height: number
  statement: Statement | null
  /** Of `add`: where a new statement goes. */
  place: Place | null
}

/** A line from one box down to another. */
interface Line {
  from: string
  to: string
  /** Where a statement that is put on it goes; null where the box at one of its ends is there for that. */
  place: Place | null
}

export interface Layout {
  boxes: Box[]
  lines: Line[]
  width: number
  height: number
}

const WIDTH = 288
export const HEIGHT = 56
const GAP = 48
const PAD = 16
const CLAUSE = 28
const COLUMN = 24
const ADD = 32

interface Size {
  width: number
  height: number
}

/** A stack as a flow from top to bottom: branches side by side, what has blocks as a frame around them. */
export function layoutStack(body: Body | null, block: string): Layout {
  const layout: Layout = { boxes: [], lines: [], width: 0, height: 0 }
  const sizes = new Map<object, Size>()
  const { width, height } = measureBlock(body, sizes)
  const [x, top] = [(width - ADD) / 2, statementsOf(body).length === 0 ? 0 : ADD + GAP / 2]
  const first = `${block}.^`
  if (top > 0) placeAdd(layout, { key: first, x, y: 0, place: { block, index: 0 } })
  placeBlock(layout, sizes, { body, block, x: 0, y: top, width, above: top > 0 ? first : null })
  return { ...layout, width, height: height + top }
}

function placeAdd(layout: Layout, box: Pick<Box, 'key' | 'x' | 'y' | 'place'>): void {
  layout.boxes.push({ ...box, kind: 'add', width: ADD, height: ADD, statement: null })
}

function measure(statement: Statement, sizes: Map<object, Size>): Size {
  const columns = clauses(statement.body).map(({ clause }) => measureBlock(clause.body, sizes))
  const inner = columns.reduce((sum, column) => sum + column.width + COLUMN, -COLUMN)
  const tallest = Math.max(0, ...columns.map((column) => column.height))
  const size =
    columns.length === 0
      ? { width: WIDTH, height: HEIGHT }
      : { width: Math.max(WIDTH, inner) + 2 * PAD, height: HEIGHT + GAP / 2 + CLAUSE + GAP / 2 + tallest + PAD }
  sizes.set(statement, size)
  return size
}

function measureBlock(body: Body | null, sizes: Map<object, Size>): Size {
  const inside = statementsOf(body).map((statement) => measure(statement, sizes))
  const width = Math.max(WIDTH, ...inside.map((size) => size.width))
  return { width, height: inside.reduce((sum, size) => sum + size.height + GAP, 0) + ADD }
}

interface Column {
  body: Body | null
  block: string
  x: number
  y: number
  width: number
  /** The box that leads into it. */
  above: string | null
}

function placeBlock(layout: Layout, sizes: Map<object, Size>, column: Column): void {
  const { body, block, x, width } = column
  let { y, above } = column
  const listed = statementsOf(body)
  for (const [index, statement] of listed.entries()) {
    const key = `${block}.${index}`
    const size = sizes.get(statement) ?? { width: WIDTH, height: HEIGHT }
    placeStatement(layout, sizes, { statement, key, x: x + (width - size.width) / 2, y })
    if (above !== null) {
      const place = above.endsWith('.^') ? null : { block, index }
      layout.lines.push({ from: above, to: key, place })
    }
    above = key
    y += size.height + GAP
  }
  const key = `${block}.+`
  placeAdd(layout, { key, x: x + (width - ADD) / 2, y, place: { block, index: listed.length } })
  if (above !== null) layout.lines.push({ from: above, to: key, place: null })
}

interface Standing {
  statement: Statement
  key: string
  x: number
  y: number
}

function placeStatement(layout: Layout, sizes: Map<object, Size>, { statement, key, x, y }: Standing): void {
  const size = sizes.get(statement) ?? { width: WIDTH, height: HEIGHT }
  const inner = clauses(statement.body)
  if (inner.length === 0) {
    layout.boxes.push({ key, kind: 'statement', x, y, ...size, statement, place: null })
    return
  }
  layout.boxes.push({ key, kind: 'frame', x, y, ...size, statement, place: null })
  const columns = inner.map(({ clause }) => measureBlock(clause.body, sizes).width)
  const total = columns.reduce((sum, width) => sum + width + COLUMN, -COLUMN)
  let left = x + (size.width - total) / 2
  for (const [index, { step, clause }] of inner.entries()) {
    const width = columns[index] ?? WIDTH
    const block = `${key}.${step}`
    const top = y + HEIGHT + GAP / 2
    layout.boxes.push({
      key: block,
      kind: 'clause',
      x: left,
      y: top,
      width,
      height: CLAUSE,
      statement: clause,
      place: null,
    })
    placeBlock(layout, sizes, { body: clause.body, block, x: left, y: top + CLAUSE + GAP / 2, width, above: block })
    left += width + COLUMN
  }
}
