'use client'
import { memo, type ReactNode } from 'react'
import { cellText } from './cell-text.ts'
import type { GridColumn } from './grid-column.ts'
import { labelKey } from './labels.ts'
import { GUTTER, isNumber, ROW, widthOf } from './layout.ts'
import type { Cell, Row } from './rows.ts'

export interface GridRowProps {
  /** Of the grid, for the ids of cells. */
  grid: string
  index: number
  top: number
  row: Row | undefined
  columns: readonly GridColumn[]
  labels: ReadonlyMap<string, string>
  /** Selected columns, from and to; null where the row is not selected. */
  selected: string | null
  /** The column that has the keyboard; null in another row. */
  focus: number | null
  /** The field of the cell that is being changed, in the focused column. */
  editor: ReactNode
}

/** One row. It is drawn again only when something of its own changed. */
export const GridRow = memo(({ grid, index, top, row, columns, labels, selected, focus, editor }: GridRowProps) => {
  const [from = -1, to = -1] = selected?.split(':').map(Number) ?? []
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="absolute flex border-b border-line bg-surface"
      style={{ top, height: ROW }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-row={index}
        className={`sticky left-0 z-10 shrink-0 cursor-pointer truncate border-r border-line px-2 py-2 text-right text-xs tabular-nums select-none ${selected === null ? 'bg-sunken text-muted' : 'bg-accent-soft text-accent'}`}
        style={{ width: GUTTER }}
      >
        {index + 1}
      </div>
      {columns.map((column, at) => (
        <div
          key={column.name}
          id={`${grid}-${index}-${at}`}
          role="gridcell"
          aria-colindex={at + 2}
          aria-selected={at >= from && at <= to}
          data-cell={`${index}:${at}`}
          style={{ width: widthOf(column) }}
          className={`relative shrink-0 truncate border-r border-line px-3 py-1.5 text-sm ${at >= from && at <= to ? 'bg-accent-soft' : ''} ${focus === at ? 'outline-2 -outline-offset-2 outline-accent' : ''} ${isNumber(column) ? 'text-right tabular-nums' : ''}`}
        >
          {row === undefined ? (
            <span className="block h-3.5 w-2/3 rounded-sm bg-sunken" />
          ) : (
            <CellText value={row[column.name]} column={column} labels={labels} />
          )}
          {focus === at && editor}
        </div>
      ))}
    </div>
  )
})
GridRow.displayName = 'GridRow'

interface CellTextProps {
  value: Cell | undefined
  column: GridColumn
  labels: ReadonlyMap<string, string>
}

/** A value, and of a reference what the row is known by. */
const CellText = ({ value, column, labels }: CellTextProps) => {
  const text = cellText(value, column)
  if (column.table === '' || (typeof value !== 'number' && typeof value !== 'string') || value === 0) return text
  const label = labels.get(labelKey(column.table, value)) ?? ''
  if (label === '') return text
  return (
    <>
      {label} <span className="text-xs text-muted tabular-nums">{text}</span>
    </>
  )
}
