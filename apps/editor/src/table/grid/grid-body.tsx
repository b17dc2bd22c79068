'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, type ReactNode, type RefObject } from 'react'
import type { GridColumn } from './grid-column.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { GUTTER, ROW } from './layout.ts'
import type { RowWindow, RowWindowState } from './row-window.ts'
import { areaOf, type Selection } from './selection.ts'
import type { useGridInput } from './use-grid-input.ts'
import type { GridView } from './use-grid-view.ts'
import { useLabels } from './use-labels.ts'
import type { TablePlace } from './use-row-window.ts'

export interface GridBodyProps {
  /** For the ids of cells. */
  grid: string
  scroller: RefObject<HTMLDivElement | null>
  place: TablePlace
  columns: readonly GridColumn[]
  edges: readonly number[]
  window: RowWindow
  state: RowWindowState
  view: GridView
  selection: Selection
  input: ReturnType<typeof useGridInput>
  /** The field of the focused cell, while it is being changed. */
  editor: ReactNode
}

/** The rows in sight. Scrolling draws this again and nothing around it. */
export const GridBody = (props: GridBodyProps) => {
  const { grid, scroller, place, columns, edges, window, state, view, selection, input, editor } = props
  const total = state.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  // Rows that scroll out lend their elements to those that scroll in.
  const pool = 32 * Math.ceil((shown.length + 1) / 32)
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  useEffect(() => window.show(first, last), [window, first, last])
  const labels = useLabels(place, columns, window, { first, last })
  const { focus } = selection
  const { top, bottom, left, right } = areaOf(selection)
  const isInView = total > 0 && focus.row >= first && focus.row <= last
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={`Rows of ${place.table}`}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={isInView ? `${grid}-${focus.row}-${focus.column}` : undefined}
      className={`outline-none ${state.total === 0 ? 'h-10 shrink-0 overflow-hidden' : 'relative min-h-0 flex-1 overflow-auto [overflow-anchor:none]'}`}
      {...input}
    >
      <GridHead columns={columns} sort={view.sort} onSort={view.sortBy} />
      <div
        role="rowgroup"
        className="relative"
        style={{ height: virtual.getTotalSize(), width: edges.at(-1) ?? GUTTER }}
      >
        {shown.map(({ index, start }) => (
          <GridRow
            key={index % pool}
            grid={grid}
            index={index}
            top={start}
            row={window.row(index)}
            columns={columns}
            labels={labels}
            selected={index >= top && index <= bottom ? `${left}:${right}` : null}
            focus={focus.row === index ? focus.column : null}
            editor={focus.row === index ? editor : null}
          />
        ))}
      </div>
    </div>
  )
}
