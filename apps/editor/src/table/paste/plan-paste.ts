import { readCell } from '@cairn/contract'
import type { GridColumn } from '../grid/grid-column.ts'
import { keyOf, type Key, type Row } from '../grid/rows.ts'
import type { Spot } from '../grid/selection.ts'

/** What pasting writes, and what it can not. */
export interface PastePlan {
  /** Rows to change by their key, and with null to add. */
  rows: { id: Key | null; values: Row }[]
  wrong: { line: number; column: string; message: string }[]
  /** The columns that are written, in the order of the cells. */
  columns: string[]
  /** Cells of a line that found no column to the right. */
  spare: number
}

export interface PasteTarget {
  at: Spot
  /** The columns shown, in order. */
  columns: readonly GridColumn[]
  /** How many rows there are; what goes beyond them is added. */
  total: number
  row: (index: number) => Row | undefined
}

/** The most rows that are pasted at once; more belong into a file. */
export const MOST_PASTED = 5_000

/**
 * What pasting cells at a place does. A first line of column names says which columns follow; else they are those from
 * the place on. Keys are never pasted: rows keep theirs, and new rows get one.
 */
export function planPaste(cells: readonly (readonly string[])[], target: PasteTarget): PastePlan {
  const named = headerOf(cells[0] ?? [], target.columns)
  const columns = named ?? target.columns.slice(target.at.column)
  const lines = named === null ? cells : cells.slice(1)
  const first = named === null ? 1 : 2
  const plan: PastePlan = {
    rows: [],
    wrong: [],
    columns: columns.slice(0, Math.max(0, ...lines.map((line) => line.length))).map(({ name }) => name),
    spare: Math.max(0, ...lines.map((line) => line.length - columns.length)),
  }
  for (const [index, line] of lines.entries()) {
    const place = target.at.row + index
    const row = target.row(place)
    if (place < target.total && row === undefined) {
      plan.wrong.push({ line: index + first, column: '', message: 'Its row is still on the way.' })
    }
    const values: Row = {}
    for (const [at, typed] of line.entries()) {
      const column = columns[at]
      if (column === undefined || column.name === 'id') continue
      const read = readCell(typed, column)
      if ('wrong' in read) plan.wrong.push({ line: index + first, column: column.name, message: read.wrong })
      // What is left empty in a new row is its default.
      else if (row !== undefined || typed !== '') values[column.name] = read.value
    }
    plan.rows.push({ id: keyOf(row), values })
  }
  return plan
}

function headerOf(line: readonly string[], columns: readonly GridColumn[]): GridColumn[] | null {
  const found = line.map((name) => columns.find((column) => column.name === name.trim()))
  if (found.length < 2) return null
  return found.every((column) => column !== undefined) ? found : null
}
