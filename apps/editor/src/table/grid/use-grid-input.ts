'use client'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { ROW } from './layout.ts'
import { atSpot, moved, type Selection, type Size, type Spot } from './selection.ts'

export interface GridInput {
  scroller: RefObject<HTMLElement | null>
  selection: Selection
  size: Size
  onSelect: (selection: Selection) => void
  /** Begins to change the focused cell: with a text, or with what it holds. */
  onEdit: (typed: string | null) => void
  onClear: () => void
  onDelete: () => void
  onUndo: () => void
}

/** The keys and the mouse of the grid, as a spreadsheet has them. */
export function useGridInput({ scroller, selection, size, onSelect, onEdit, onClear, onDelete, onUndo }: GridInput) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const far = event.ctrlKey || event.metaKey
    const screen = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2)
    const next = moved(selection, event.key, event, size, screen)
    const isDelete = event.key === 'Delete' || event.key === 'Backspace'
    if (next !== null) onSelect(next)
    else if (event.key === 'Enter' || event.key === 'F2') onEdit(null)
    else if (isDelete && far) onDelete()
    else if (isDelete) onClear()
    else if (event.key.toLowerCase() === 'z' && far && !event.shiftKey) onUndo()
    else if (event.key.length === 1 && event.key !== ' ' && !far && !event.altKey) onEdit(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onMouseDown = (event: MouseEvent) => {
    const row = numberAt(event, 'data-row')?.[0]
    const spot = spotAt(event)
    if (row !== undefined) {
      const from = event.shiftKey ? selection.anchor.row : row
      onSelect({ anchor: { row: from, column: 0 }, focus: { row, column: Math.max(0, size.columns - 1) } })
    } else if (spot !== null) onSelect(event.shiftKey ? { anchor: selection.anchor, focus: spot } : atSpot(spot))
  }
  const onDoubleClick = (event: MouseEvent) => {
    if (spotAt(event) !== null) onEdit(null)
  }
  return { onKeyDown, onMouseDown, onDoubleClick }
}

/** The cell that an event happened in; null in the field of one, whose events are its own. */
function spotAt(event: MouseEvent): Spot | null {
  const [row, column] = numberAt(event, 'data-cell') ?? []
  return row === undefined || column === undefined ? null : { row, column }
}

function numberAt({ target, currentTarget }: MouseEvent, attribute: string): number[] | null {
  // What floats above the grid belongs to it for React, and to the page for the browser.
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest('input, select')) return null
  return target.closest(`[${attribute}]`)?.getAttribute(attribute)?.split(':').map(Number) ?? null
}
