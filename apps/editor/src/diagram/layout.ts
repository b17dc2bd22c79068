import { graphlib, layout } from '@dagrejs/dagre'
import type { Diagram, DiagramTable } from './diagram-of.ts'

/** Where a table stands, in pixels. */
export interface Place {
  x: number
  y: number
}

export const WIDTH = 232
export const HEAD = 40
export const LINE = 24
/** Columns shown of a table; the rest is counted. */
export const MOST_COLUMNS = 12
const GAP = 32

export const heightOf = ({ columns }: DiagramTable): number =>
  HEAD + Math.min(columns.length, MOST_COLUMNS + 1) * LINE + 8

/**
 * Places tables from left to right, each before those it points to. Tables without a reference stand below in rows as wide
 * as what is above, at least four of them.
 */
export function placeTables({ tables, references }: Diagram): Map<string, Place> {
  const bound = new Set(references.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]))
  const places = new Map<string, Place>()
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', ranksep: 96, nodesep: GAP, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const table of tables) {
    if (bound.has(table.name)) graph.setNode(table.name, { width: WIDTH, height: heightOf(table) })
  }
  for (const { from, column, to } of references) if (from !== to) graph.setEdge(from, to, {}, column)
  if (bound.size > 0) layout(graph)
  let [right, bottom] = [0, 0]
  for (const name of bound) {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(name) as { [side: string]: number }
    places.set(name, { x: x - width / 2, y: y - height / 2 })
    right = Math.max(right, x + width / 2)
    bottom = Math.max(bottom, y + height / 2)
  }
  const across = Math.max(right, 4 * (WIDTH + GAP))
  let [x, y, row] = [0, bottom === 0 ? 0 : bottom + 2 * GAP, 0]
  for (const table of tables) {
    if (bound.has(table.name)) continue
    if (x > 0 && x + WIDTH > across) {
      x = 0
      y += row + GAP
      row = 0
    }
    places.set(table.name, { x, y })
    x += WIDTH + GAP
    row = Math.max(row, heightOf(table))
  }
  return places
}
