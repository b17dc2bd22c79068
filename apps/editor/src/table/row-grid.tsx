'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Alert, Button, EmptyState, Skeleton } from '@cairn/ui'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { explain } from '../api.ts'
import { cellText, cellValue } from './cell-text.ts'
import { useRows, type Row } from './use-rows.ts'

export interface GridColumn {
  name: string
  type: string
}

export interface RowGridProps {
  workspace: number
  table: string
  columns: readonly GridColumn[]
}

const ROW = 34
const WIDTH = 176
type Spot = { row: number; column: number }
const keyOf = (row: Row | undefined): number | string | null =>
  typeof row?.['id'] === 'number' || typeof row?.['id'] === 'string' ? row['id'] : null

/** The rows of a table: scroll, sort, and change a cell with Enter or a double click. */
export const RowGrid = ({ workspace, table, columns }: RowGridProps) => {
  const [sort, setSort] = useState<{ column: string; order: 'asc' | 'desc' } | null>(null)
  const { query, rows, total, add, change, remove } = useRows({ workspace, table, sort })
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<Spot | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    if (last >= rows.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  useEffect(() => {
    if (!scroller.current?.contains(document.activeElement)) return
    virtual.scrollToIndex(spot.row)
    scroller.current.querySelector<HTMLElement>(`[data-cell="${spot.row}:${spot.column}"]`)?.focus()
  }, [spot, virtual])
  const wrong = query.error ?? add.error ?? change.error ?? remove.error
  const write = (at: Spot, typed: string) => {
    setEditing(null)
    const [row, column] = [rows[at.row], columns[at.column]]
    const id = keyOf(row)
    if (id === null || column === undefined || typed === cellText(row?.[column.name], column.type)) return
    change.mutate({ id, values: { [column.name]: cellValue(typed, column.type) } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[
      event.key
    ] ?? [0, 0]
    if (down !== 0 || right !== 0) {
      const clamp = (value: number, most: number) => Math.max(0, Math.min(most - 1, value))
      setSpot({
        row: clamp(spot.row + (down ?? 0), rows.length),
        column: clamp(spot.column + (right ?? 0), columns.length),
      })
    } else if (event.key === 'Enter') setEditing(spot)
    else return
    event.preventDefault()
  }
  const sortBy = (column: string) =>
    setSort(
      sort?.column !== column ? { column, order: 'asc' } : sort.order === 'asc' ? { column, order: 'desc' } : null,
    )
  const chosen = keyOf(rows[spot.row])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3">
        <span className="flex-1 text-sm text-muted tabular-nums">
          {total.toLocaleString()} {total === 1 ? 'row' : 'rows'}
        </span>
        <Button
          look="quiet"
          size="sm"
          disabled={chosen === null}
          busy={remove.isPending}
          onClick={() => chosen !== null && remove.mutate([chosen])}
        >
          <Trash2 size={14} aria-hidden /> Delete row
        </Button>
        <Button look="outline" size="sm" busy={add.isPending} onClick={() => add.mutate({})}>
          <Plus size={14} aria-hidden /> Row
        </Button>
      </div>
      {wrong !== null && (
        <div className="px-3 pt-3">
          <Alert>{explain(wrong)}</Alert>
        </div>
      )}
      {query.isPending && <Skeleton className="m-3 h-48" />}
      {!query.isPending && total === 0 && (
        <div className="p-6">
          <EmptyState title="No row yet">Add one here, or let an endpoint add it.</EmptyState>
        </div>
      )}
      <div
        ref={scroller}
        role="grid"
        aria-label={`Rows of ${table}`}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        className={`relative min-h-0 flex-1 overflow-auto ${total === 0 ? 'hidden' : ''}`}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 flex w-max min-w-full border-b border-line bg-sunken"
        >
          {columns.map(({ name }, index) => (
            <div
              key={name}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sort?.column === name ? (sort.order === 'asc' ? 'ascending' : 'descending') : 'none'}
              style={{ width: WIDTH }}
            >
              <button
                type="button"
                onClick={() => sortBy(name)}
                className="flex h-8 w-full cursor-pointer items-center gap-1 px-3 text-xs font-medium text-muted hover:text-ink"
              >
                <span className="truncate">{name}</span>
                {sort?.column === name &&
                  (sort.order === 'asc' ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden />)}
              </button>
            </div>
          ))}
        </div>
        <div
          style={{ height: virtual.getTotalSize(), width: columns.length * WIDTH }}
          className="relative"
          role="rowgroup"
          onKeyDown={onKeyDown}
        >
          {shown.map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className="absolute flex border-b border-line bg-surface"
              style={{ top: start, height: ROW }}
            >
              {columns.map(({ name, type }, column) => {
                const here = spot.row === index && spot.column === column
                const text = cellText(rows[index]?.[name], type)
                return (
                  <div
                    key={name}
                    role="gridcell"
                    aria-colindex={column + 1}
                    aria-selected={here}
                    data-cell={`${index}:${column}`}
                    tabIndex={here ? 0 : -1}
                    onClick={() => setSpot({ row: index, column })}
                    onDoubleClick={() => setEditing({ row: index, column })}
                    style={{ width: WIDTH }}
                    className={`truncate border-r border-line px-3 py-1.5 text-sm ${here ? 'bg-accent-soft' : ''}`}
                  >
                    {editing?.row === index && editing.column === column ? (
                      <CellInput
                        label={name}
                        value={text}
                        onDone={(typed) => write({ row: index, column }, typed)}
                        onCancel={() => setEditing(null)}
                      />
                    ) : (
                      text
                    )}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

interface CellInputProps {
  label: string
  value: string
  onDone: (typed: string) => void
  onCancel: () => void
}

const CellInput = ({ label, value, onDone, onCancel }: CellInputProps) => (
  <input
    aria-label={label}
    autoFocus
    defaultValue={value}
    onBlur={(event) => onDone(event.target.value)}
    onKeyDown={(event) => {
      event.stopPropagation()
      if (event.key === 'Enter') onDone(event.currentTarget.value)
      if (event.key === 'Escape') onCancel()
    }}
    className="-my-1 h-7 w-full rounded-sm border border-accent bg-surface px-1"
  />
)
