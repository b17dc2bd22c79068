/** A cell by its row and column, from 0. */
export interface Spot {
  row: number
  column: number
}

/** From where a selection was drawn to where; `focus` is the cell that has the keyboard. */
export interface Selection {
  anchor: Spot
  focus: Spot
}

export interface Size {
  rows: number
  columns: number
}

/** The rows and columns of a selection, both ends included. */
export interface Area {
  top: number
  bottom: number
  left: number
  right: number
}

export const atSpot = (spot: Spot): Selection => ({ anchor: spot, focus: spot })

export const areaOf = ({ anchor, focus }: Selection): Area => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
})

/** Keys held while another is pressed. */
export interface Held {
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/**
 * Where a key takes a selection, as in a spreadsheet: arrows by one, with Ctrl to the edge; Home and End in the row, with
 * Ctrl in the table; Page up and down by a screen; Shift holds the anchor. Shift+Space is the whole row, Ctrl+A all.
 * Null for any other key.
 */
export function moved(selection: Selection, key: string, held: Held, size: Size, page: number): Selection | null {
  const last = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) }
  const far = held.ctrlKey || held.metaKey
  const { anchor, focus } = selection
  if (key === ' ' && held.shiftKey) {
    return { anchor: { row: anchor.row, column: 0 }, focus: { row: focus.row, column: last.column } }
  }
  if (key.toLowerCase() === 'a' && far) return { anchor: { row: 0, column: 0 }, focus: last }
  const to = target(focus, key, far, last, page)
  if (to === null) return null
  return held.shiftKey ? { anchor, focus: to } : atSpot(to)
}

function target(focus: Spot, key: string, far: boolean, last: Spot, page: number): Spot | null {
  const within = (row: number, column: number): Spot => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  })
  const step = STEPS[key]
  if (step !== undefined) {
    const reach = far ? Number.MAX_SAFE_INTEGER : 1
    return within(focus.row + step[0] * reach, focus.column + step[1] * reach)
  }
  if (key === 'Home') return within(far ? 0 : focus.row, 0)
  if (key === 'End') return within(far ? last.row : focus.row, last.column)
  if (key === 'PageDown') return within(focus.row + page, focus.column)
  if (key === 'PageUp') return within(focus.row - page, focus.column)
  return null
}
