'use client'
import { ArrowDown, ArrowUp, KeyRound, Link2 } from 'lucide-react'
import type { GridColumn } from './grid-column.ts'
import { GUTTER, isNumber, widthOf } from './layout.ts'
import type { Sort } from './rows.ts'

export interface GridHeadProps {
  columns: readonly GridColumn[]
  sort: Sort | null
  onSort: (column: string) => void
}

const UNSORTED: ReadonlySet<string> = new Set(
  'json object vector file image video audio attachment geo_point geo_multipoint geo_linestring geo_multilinestring geo_polygon geo_multipolygon'.split(
    ' ',
  ),
)

/** The names of the columns; a click sorts by one. */
export const GridHead = ({ columns, sort, onSort }: GridHeadProps) => (
  <div role="row" aria-rowindex={1} className="sticky top-0 z-20 flex w-max min-w-full border-b border-line bg-sunken">
    <div
      role="columnheader"
      aria-colindex={1}
      className="sticky left-0 z-10 shrink-0 bg-sunken"
      style={{ width: GUTTER }}
    >
      <span className="sr-only">Row</span>
    </div>
    {columns.map((column, index) => {
      const sorted = sort?.column === column.name ? sort.order : null
      return (
        <div
          key={column.name}
          role="columnheader"
          aria-colindex={index + 2}
          aria-sort={sorted === null ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
          className="shrink-0"
          style={{ width: widthOf(column) }}
        >
          <button
            type="button"
            disabled={column.list || UNSORTED.has(column.type)}
            onClick={() => onSort(column.name)}
            title={`${column.type}${column.list ? '[]' : ''}${column.table === '' ? '' : `, a row of ${column.table}`}`}
            className={`flex h-8 w-full cursor-pointer items-center gap-1.5 px-3 text-xs font-medium text-muted hover:text-ink disabled:cursor-default disabled:hover:text-muted ${isNumber(column) ? 'justify-end' : ''}`}
          >
            {column.name === 'id' && <KeyRound size={12} aria-hidden />}
            {column.table !== '' && <Link2 size={12} aria-hidden />}
            <span className="truncate">{column.name}</span>
            {sorted === 'asc' && <ArrowUp size={12} aria-hidden />}
            {sorted === 'desc' && <ArrowDown size={12} aria-hidden />}
          </button>
        </div>
      )
    })}
  </div>
)
