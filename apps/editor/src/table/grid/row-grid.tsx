'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Alert, Button, EmptyState, Skeleton } from '@cairn/ui'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { explain } from '../../api.ts'
import { ConfirmDialog } from '../../settings/confirm-dialog.tsx'
import { FileMenu } from '../files/file-menu.tsx'
import { PasteDialog } from '../paste/paste-dialog.tsx'
import { planPaste } from '../paste/plan-paste.ts'
import { readTable, writeTable } from '../paste/read-table.ts'
import { CellInput } from './cell-input.tsx'
import { cellText } from './cell-text.ts'
import type { GridColumn } from './grid-column.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import { edgesOf, GUTTER, ROW } from './layout.ts'
import { ReferencePicker } from './reference-picker.tsx'
import { keyOf, type Key } from './rows.ts'
import { areaOf, atSpot, moved, type Selection, type Spot } from './selection.ts'
import { useCellEdits } from './use-cell-edits.ts'
import { useClipboard } from './use-clipboard.ts'
import { useGridView } from './use-grid-view.ts'
import { useLabels } from './use-labels.ts'
import { useRowWindow } from './use-row-window.ts'

export interface RowGridProps {
  workspace: number
  table: string
  columns: readonly GridColumn[]
}

/** As many rows as can be deleted or emptied at once. */
const MOST_AT_ONCE = 1_000

/** The rows of a table, as a spreadsheet has them. */
export const RowGrid = ({ workspace, table, columns: all }: RowGridProps) => {
  const grid = useId()
  const [datasource, setDatasource] = useState('live')
  const place = { workspace, table, datasource }
  const view = useGridView(
    `cairn-grid/${workspace}/${table}`,
    all.map(({ name }) => name),
  )
  const hidden = view.hidden.join('\n')
  const columns = useMemo(() => all.filter(({ name }) => !hidden.split('\n').includes(name)), [all, hidden])
  const rows = useRowWindow(place, view)
  const { window: shownRows, state, add, change, paste, remove } = rows
  const edits = useCellEdits(rows, columns)
  const total = state.total ?? 0

  const [selection, setSelection] = useState<Selection>(() => atSpot({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<string | null>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const [deleting, setDeleting] = useState(false)
  const { focus } = selection
  const area = areaOf(selection)
  const focused = columns[focus.column]

  const scroller = useRef<HTMLDivElement>(null)
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
  useEffect(() => shownRows.show(first, last), [shownRows, first, last])
  const labels = useLabels(place, columns, shownRows, { first, last })
  const edges = useMemo(() => edgesOf(columns), [columns])

  const select = (next: Selection) => {
    setSelection(next)
    setEditing(null)
    virtual.scrollToIndex(next.focus.row)
    scrollAcross(scroller.current, edges, next.focus.column)
    const { top, bottom } = areaOf(next)
    if (bottom - top < MOST_AT_ONCE) shownRows.need(top, bottom)
  }
  const edit = (typed: string) => {
    if (focused !== undefined && focused.name !== 'id' && shownRows.row(focus.row) !== undefined) setEditing(typed)
  }
  const editNow = (spot: Spot) =>
    edit(cellText(shownRows.row(spot.row)?.[focused?.name ?? ''], focused ?? { type: '' }))
  const finish = (step: 'stay' | 'down' | 'right' | 'left') => {
    setEditing(null)
    const key = { stay: '', down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft' }[step]
    const held = { shiftKey: false, ctrlKey: false, metaKey: false }
    const next = moved(atSpot(focus), key, held, { rows: total, columns: columns.length }, 1)
    if (next !== null) select(next)
    if (step !== 'stay') scroller.current?.focus({ preventScroll: true })
  }

  const selectedKeys = useMemo(() => {
    if (area.bottom - area.top >= MOST_AT_ONCE) return []
    const keys: Key[] = []
    for (let row = area.top; row <= area.bottom; row += 1) {
      const key = keyOf(state.blocks.size === 0 ? undefined : shownRows.row(row))
      if (key !== null) keys.push(key)
    }
    return keys
  }, [area.top, area.bottom, shownRows, state.blocks])
  const deletable = total > 0 && selectedKeys.length === area.bottom - area.top + 1
  const removeSelected = () => {
    if (!deletable) return
    if (selectedKeys.length > 1) return setDeleting(true)
    remove.mutate(selectedKeys)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const far = event.ctrlKey || event.metaKey
    const screen = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2)
    const next = moved(selection, event.key, event, { rows: total, columns: columns.length }, screen)
    const isDelete = event.key === 'Delete' || event.key === 'Backspace'
    if (next !== null) select(next)
    else if (event.key === 'Enter' || event.key === 'F2') editNow(focus)
    else if (isDelete && far) removeSelected()
    else if (isDelete) {
      if (area.bottom - area.top < MOST_AT_ONCE) edits.clear(area)
    } else if (event.key.toLowerCase() === 'z' && far && !event.shiftKey) edits.undo()
    else if (event.key.length === 1 && !far && !event.altKey && event.key !== ' ') edit(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const spotOf = (event: MouseEvent): Spot | null => {
    const target = event.target instanceof Element ? event.target : null
    const [row, column] = target?.closest('[data-cell]')?.getAttribute('data-cell')?.split(':').map(Number) ?? []
    return row === undefined || column === undefined ? null : { row, column }
  }
  const onMouseDown = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('input, select, [data-radix-popper-content-wrapper]'))
      return
    const number = event.target instanceof Element ? event.target.closest('[data-row]')?.getAttribute('data-row') : null
    const end = columns.length - 1
    if (number !== null && number !== undefined) {
      const row = Number(number)
      const from = event.shiftKey ? selection.anchor.row : row
      return select({ anchor: { row: from, column: 0 }, focus: { row, column: end } })
    }
    const spot = spotOf(event)
    if (spot !== null) select(event.shiftKey ? { anchor: selection.anchor, focus: spot } : atSpot(spot))
  }

  useClipboard(scroller, {
    copy() {
      const { top, bottom, left, right } = area
      if (bottom - top >= MOST_AT_ONCE) return null
      const lines: string[][] = []
      for (let row = top; row <= bottom; row += 1) {
        const values = shownRows.row(row)
        lines.push(columns.slice(left, right + 1).map((column) => cellText(values?.[column.name], column)))
      }
      return writeTable(lines)
    },
    paste(text) {
      const cells = readTable(text)
      if (cells.length === 1 && cells[0]?.length === 1 && focused !== undefined && total > 0)
        return edits.type(focus.row, focused, cells[0][0] ?? '')
      shownRows.need(area.top, Math.min(total - 1, area.top + cells.length))
      setPasted(text)
    },
  })
  const plan = useMemo(() => {
    if (pasted === null) return null
    const at = { row: area.top, column: area.left }
    // Blocks are read through the window; a new one is a reason to plan again.
    const row = (index: number) => (state.blocks.size === 0 ? undefined : shownRows.row(index))
    return planPaste(readTable(pasted), { at, columns, total, row })
  }, [pasted, area.top, area.left, columns, total, state.blocks, shownRows])

  const refused = [state.error, add.error, change.error, remove.error].find(
    (error) => error !== null && error !== undefined,
  )
  const isEmpty = state.total === 0
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <GridToolbar
        place={place}
        onDatasource={setDatasource}
        columns={all}
        view={view}
        total={state.total}
        selected={{ rows: area.bottom - area.top + 1, deletable }}
        adding={add.isPending}
        deleting={remove.isPending}
        onAdd={() => add.mutate({}, { onSuccess: () => setTimeout(() => virtual.scrollToIndex(total), 200) })}
        onDelete={removeSelected}
      >
        <FileMenu
          place={place}
          columns={all.map(({ name }) => name)}
          shown={columns.map(({ name }) => name)}
          view={view}
          total={total}
          onChanged={() => shownRows.refresh()}
        />
      </GridToolbar>
      {(refused !== undefined && refused !== null) || edits.wrong !== null ? (
        <div className="grid gap-2 px-3 py-2">
          <Alert>{edits.wrong ?? explain(refused ?? new Error())}</Alert>
          {state.error !== null && (
            <div>
              <Button look="outline" size="sm" onClick={() => shownRows.refresh()}>
                Try again
              </Button>
            </div>
          )}
        </div>
      ) : null}
      {state.total === null && state.error === null && <Skeleton className="m-3 h-48" />}
      {isEmpty && (
        <div className="p-6">
          {view.where.length > 0 ? (
            <EmptyState title="No row meets the filter">Change or clear its conditions to see others.</EmptyState>
          ) : (
            <EmptyState title="No row yet">
              Add one here, paste from a spreadsheet, or let an endpoint add it.
            </EmptyState>
          )}
        </div>
      )}
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={`Rows of ${table}`}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={
          total > 0 && focus.row >= first && focus.row <= last ? `${grid}-${focus.row}-${focus.column}` : undefined
        }
        className={
          isEmpty ? 'h-10 shrink-0 overflow-hidden outline-none' : 'relative min-h-0 flex-1 overflow-auto outline-none'
        }
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onDoubleClick={(event) => {
          const spot = spotOf(event)
          if (spot !== null) editNow(spot)
        }}
      >
        <GridHead columns={columns} sort={view.sort} onSort={view.sortBy} />
        <div
          role="rowgroup"
          className="relative"
          style={{ height: virtual.getTotalSize(), width: edges.at(-1) ?? GUTTER }}
        >
          {shown.map(({ index, start }) => {
            const isFocused = focus.row === index
            const isSelected = index >= area.top && index <= area.bottom
            return (
              <GridRow
                key={index % pool}
                grid={grid}
                index={index}
                top={start}
                row={shownRows.row(index)}
                columns={columns}
                labels={labels}
                selected={isSelected ? `${area.left}:${area.right}` : null}
                focus={isFocused ? focus.column : null}
                editor={
                  isFocused && editing !== null && focused !== undefined ? (
                    focused.table === '' || focused.list ? (
                      <CellInput
                        column={focused}
                        typed={editing}
                        onDone={(typed, step) => {
                          if (typed !== cellText(shownRows.row(index)?.[focused.name], focused))
                            edits.type(index, focused, typed)
                          finish(step)
                        }}
                        onCancel={() => {
                          setEditing(null)
                          scroller.current?.focus({ preventScroll: true })
                        }}
                      />
                    ) : (
                      <ReferencePicker
                        place={{ ...place, table: focused.table }}
                        label={focused.name}
                        onPick={(key) => {
                          edits.write(index, focused, key)
                          finish('down')
                        }}
                        onCancel={() => {
                          setEditing(null)
                          scroller.current?.focus({ preventScroll: true })
                        }}
                      />
                    )
                  ) : null
                }
              />
            )
          })}
        </div>
      </div>
      {plan !== null && (
        <PasteDialog
          plan={plan}
          busy={paste.isPending}
          error={paste.error}
          onPaste={() => edits.pasteAll(plan.rows, () => setPasted(null))}
          onClose={() => {
            paste.reset()
            setPasted(null)
          }}
        />
      )}
      {deleting && (
        <ConfirmDialog
          title={`Delete ${selectedKeys.length.toLocaleString()} rows?`}
          lead="They are gone for good, here and for every endpoint."
          action="Delete"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(selectedKeys, {
              onSuccess: () => {
                setDeleting(false)
                setSelection(atSpot({ row: 0, column: 0 }))
              },
            })
          }
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  )
}

/** Brings a column into view beside the row numbers, which stay. */
function scrollAcross(scroller: HTMLElement | null, edges: readonly number[], column: number): void {
  const [left, right] = [edges[column], edges[column + 1]]
  if (scroller === null || left === undefined || right === undefined) return
  if (left - GUTTER < scroller.scrollLeft) scroller.scrollLeft = left - GUTTER
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth
}
