import type { GridColumn } from './grid-column.ts'

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
  uuid: 296,
}

/** How wide a column is, in pixels. */
export const widthOf = ({ name, type, table, list }: GridColumn): number => {
  if (table !== '' || list) return 208
  return Math.max(WIDTHS[type] ?? 208, 56 + name.length * 8)
}

/** Where the columns begin from the left, and where the last one ends. */
export function edgesOf(columns: readonly GridColumn[]): number[] {
  const edges = [GUTTER]
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + widthOf(column))
  return edges
}
