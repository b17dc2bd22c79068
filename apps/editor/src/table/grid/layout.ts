import type { GridColumn } from './grid-column.ts'
import type { Spot } from './selection.ts'

/** Height of a row and of the head, in pixels. */
export const ROW = 34
/** Width of the row numbers. */
export const GUTTER = 64

const WIDTHS: Readonly<Record<string, number>> = {
  int: 112,
  decimal: 112,
  bool: 88,
  timestamp: 168,
  date: 120,
  enum: 128,
  uuid: 296,
}

/** How wide a column is, in pixels. */
export const widthOf = ({ name, type, table, list }: GridColumn): number => {
  if (table !== '' || list) return 208
  return Math.max(WIDTHS[type] ?? 208, 56 + name.length * 8)
}

/** Whether the values of a column stand at its right, as numbers do. */
export const isNumber = ({ type, table, list }: GridColumn): boolean =>
  (type === 'int' || type === 'decimal') && table === '' && !list

/** Where the columns begin from the left, and where the last one ends. */
export function edgesOf(columns: readonly GridColumn[]): number[] {
  const edges = [GUTTER]
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + widthOf(column))
  return edges
}

/** Brings a cell into view below the head and beside the row numbers, which stay. */
export function scrollTo(scroller: HTMLElement | null, edges: readonly number[], { row, column }: Spot): void {
  if (scroller === null) return
  const top = row * ROW
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + 2 * ROW > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + 2 * ROW - scroller.clientHeight
  const [left, right] = [edges[column], edges[column + 1]]
  if (left === undefined || right === undefined) return
  if (left - GUTTER < scroller.scrollLeft) scroller.scrollLeft = left - GUTTER
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth
}
