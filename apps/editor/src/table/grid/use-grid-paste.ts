'use client'
import { useMemo, useState, type RefObject } from 'react'
import { planPaste, type PastePlan } from '../paste/plan-paste.ts'
import { readTable, writeTable } from '../paste/read-table.ts'
import { copiedText } from './cell-text.ts'
import type { GridColumn } from './grid-column.ts'
import type { RowWindow, RowWindowState } from './row-window.ts'
import type { Area } from './selection.ts'
import type { useCellEdits } from './use-cell-edits.ts'
import { useClipboard } from './use-clipboard.ts'
import { MOST_AT_ONCE } from './use-selected-keys.ts'

export interface GridPaste {
  scroller: RefObject<HTMLElement | null>
  area: Area
  columns: readonly GridColumn[]
  window: RowWindow
  state: RowWindowState
  edits: ReturnType<typeof useCellEdits>
}

/** Copies what is selected, and plans what is pasted: one cell is written at once, more after a look at the plan. */
export function useGridPaste({ scroller, area, columns, window, state, edits }: GridPaste) {
  const [pasted, setPasted] = useState<string | null>(null)
  const total = state.total ?? 0
  const { blocks } = state
  useClipboard(scroller, {
    copy() {
      const { top, bottom, left, right } = area
      if (bottom - top >= MOST_AT_ONCE) return null
      const lines = Array.from({ length: bottom - top + 1 }, (_, index) => {
        const row = window.row(top + index)
        return columns.slice(left, right + 1).map((column) => copiedText(row?.[column.name], column))
      })
      return writeTable(lines)
    },
    paste(text) {
      const cells = readTable(text)
      const column = columns[area.left]
      const [only = ''] = cells[0] ?? []
      if (cells.length === 1 && cells[0]?.length === 1 && column !== undefined && total > 0) {
        return edits.type(area.top, column, only)
      }
      if (total > 0) window.need(area.top, Math.min(total - 1, area.top + cells.length))
      setPasted(text)
    },
  })
  const plan = useMemo((): PastePlan | null => {
    if (pasted === null) return null
    const at = { row: area.top, column: area.left }
    // Rows that came meanwhile are a reason to plan again.
    const row = (index: number) => (blocks.size === 0 ? undefined : window.row(index))
    return planPaste(readTable(pasted), { at, columns, total, row })
  }, [pasted, area.top, area.left, columns, total, blocks, window])
  return { plan, close: () => setPasted(null) }
}
