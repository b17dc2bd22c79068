'use client'
import { useMemo, useState, type RefObject } from 'react'
import type { Step } from './cell-editor.tsx'
import { cellText } from './cell-text.ts'
import type { GridColumn } from './grid-column.ts'
import { edgesOf, scrollTo } from './layout.ts'
import type { RowWindow } from './row-window.ts'
import { areaOf, atSpot, moved, type Selection, type Size } from './selection.ts'
import { MOST_AT_ONCE } from './use-selected-keys.ts'

export interface CellFocusSetting {
  columns: readonly GridColumn[]
  size: Size
  window: RowWindow
  scroller: RefObject<HTMLDivElement | null>
}

const KEYS: Readonly<Record<Step, string>> = { stay: '', down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft' }
const NOTHING_HELD = { shiftKey: false, ctrlKey: false, metaKey: false }

/** Which cells are selected, and the text of the focused one while it is being changed. */
export function useCellFocus({ columns, size, window, scroller }: CellFocusSetting) {
  const [selection, setSelection] = useState<Selection>(() => atSpot({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<string | null>(null)
  const edges = useMemo(() => edgesOf(columns), [columns])
  const { focus } = selection
  const focused = columns[focus.column]

  /** Selects cells, with the last one in sight and all of their rows asked for. */
  const select = (next: Selection) => {
    setSelection(next)
    setEditing(null)
    scrollTo(scroller.current, edges, next.focus)
    const { top, bottom } = areaOf(next)
    if (bottom - top < MOST_AT_ONCE) window.need(top, bottom)
  }
  const back = () => {
    setEditing(null)
    scroller.current?.focus({ preventScroll: true })
  }
  /** Ends changing a cell and goes on to another. */
  const finish = (step: Step) => {
    setEditing(null)
    const next = moved(atSpot(focus), KEYS[step], NOTHING_HELD, size, 1)
    if (next !== null) select(next)
    if (step !== 'stay') back()
  }
  /** Begins to change the focused cell, from what was typed or from what is in it. */
  const edit = (typed: string | null) => {
    const row = window.row(focus.row)
    if (focused === undefined || focused.name === 'id' || row === undefined) return
    setEditing(typed ?? cellText(row[focused.name], focused))
  }
  return { selection, focused, edges, editing, select, back, finish, edit }
}
