import { clause } from '@cairn/language'
import type { Panel } from '../designer-context.tsx'
import type { Designer } from '../engine/designer-store.ts'
import type { Place } from '../engine/places.ts'
import { rowsOf, type Row } from '../engine/rows.ts'

/** The row beside which something dragged would land, on which side, and its place. */
export type DropTarget = Place & { key: string; side: 'above' | 'below' }

/** Which keys were held at a click. */
type Held = Readonly<Record<'shiftKey' | 'ctrlKey' | 'metaKey', boolean>>

/** What the mouse does to a row. */
export interface RowGestures {
  click: (row: Row, held: Held) => void
  /** Selects a row unless it is selected: Tab or a script reached it, or it is being dragged. */
  reach: (row: Row) => void
  fold: (row: Row) => void
  add: (place: Place) => void
  over: (target: DropTarget) => void
  /** Lets runs stop before a statement, or pass. */
  stop: (address: string) => void
}

/** The gestures of all rows of a list. They read the state when they happen, so that no row is drawn again for them. */
export function rowGestures(
  designer: Designer,
  setPanel: (panel: Panel) => void,
  over: (target: DropTarget) => void,
  stop: (address: string) => void,
): RowGestures {
  return {
    click(row, { shiftKey, ctrlKey, metaKey }) {
      const { selection } = designer.store.getState()
      const more = shiftKey || ctrlKey || metaKey
      if (shiftKey) designer.select(range(designer, selection[0] ?? row.key, row.key))
      else designer.select(more ? toggled(selection, row.key) : [row.key])
      if (row.kind === 'empty') setPanel({ kind: 'picker', block: row.block, index: 0 })
      else if (!more) setPanel({ kind: 'inspector' })
    },
    reach({ key }) {
      if (!designer.store.getState().selection.includes(key)) designer.select([key])
    },
    fold: ({ key }) => designer.toggleFold(key),
    add: (place) => setPanel({ kind: 'picker', ...place }),
    over,
    stop,
  }
}

/** The statements from one row to another, in that direction. */
function range(designer: Designer, from: string, to: string): string[] {
  const { document, folded } = designer.store.getState()
  const stack = document.object === null ? null : clause(document.object.body, 'stack')
  const rows = rowsOf(stack?.body ?? null, 'stack', folded)
  const keys = rows.filter((row) => row.kind === 'statement').map(({ key }) => key)
  const [a, b] = [keys.indexOf(from), keys.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  const chosen = keys.slice(Math.min(a, b), Math.max(a, b) + 1)
  return a <= b ? chosen : chosen.toReversed()
}

const toggled = (selection: readonly string[], key: string): string[] =>
  selection.includes(key) ? selection.filter((other) => other !== key) : [...selection, key]

/** Selects the row or box that holds an element, unless it is selected: the menu is about it. */
export function reachRow(designer: Designer, element: EventTarget): void {
  const key = element instanceof Element ? element.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined
  if (key !== undefined && !designer.store.getState().selection.includes(key)) designer.select([key])
}
