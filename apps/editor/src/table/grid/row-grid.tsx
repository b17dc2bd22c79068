'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { ConfirmDialog } from '../../settings/confirm-dialog.tsx'
import { FileMenu } from '../files/file-menu.tsx'
import { PasteDialog } from '../paste/paste-dialog.tsx'
import { CellEditor, type Step } from './cell-editor.tsx'
import { cellText } from './cell-text.ts'
import type { GridColumn } from './grid-column.ts'
import { GridHead } from './grid-head.tsx'
import { GridNotices } from './grid-notices.tsx'
import { GridRow } from './grid-row.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import { edgesOf, GUTTER, ROW } from './layout.ts'
import { areaOf, atSpot, moved, type Selection } from './selection.ts'
import { useCellEdits } from './use-cell-edits.ts'
import { useGridInput } from './use-grid-input.ts'
import { useGridPaste } from './use-grid-paste.ts'
import { useGridView } from './use-grid-view.ts'
import { useLabels } from './use-labels.ts'
import { useRowWindow } from './use-row-window.ts'
import { MOST_AT_ONCE, useSelectedKeys } from './use-selected-keys.ts'

export interface RowGridProps {
  workspace: number
  table: string
  columns: readonly GridColumn[]
}

const KEYS: Readonly<Record<Step, string>> = { stay: '', down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft' }
const NOTHING_HELD = { shiftKey: false, ctrlKey: false, metaKey: false }

/** The rows of a table, as a spreadsheet has them. */
export const RowGrid = ({ workspace, table, columns: all }: RowGridProps) => {
  const grid = useId()
  const [datasource, setDatasource] = useState('live')
  const place = { workspace, table, datasource }
  const names = all.map(({ name }) => name)
  const view = useGridView(`cairn-grid/${workspace}/${table}`, names)
  const hidden = view.hidden.join('\n')
  const columns = useMemo(() => all.filter(({ name }) => !hidden.split('\n').includes(name)), [all, hidden])
  const rows = useRowWindow(place, view)
  const { window, state, add, change, paste, remove } = rows
  const edits = useCellEdits(rows, columns)
  const size = { rows: state.total ?? 0, columns: columns.length }

  const [selection, setSelection] = useState<Selection>(() => atSpot({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<string | null>(null)
  const [deleting, setDeleting] = useState(false)
  const { focus } = selection
  const area = areaOf(selection)
  const focused = columns[focus.column]
  const keys = useSelectedKeys(area, window, state)

  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: size.rows,
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
  const edges = useMemo(() => edgesOf(columns), [columns])

  const select = (next: Selection) => {
    setSelection(next)
    setEditing(null)
    virtual.scrollToIndex(next.focus.row)
    scrollAcross(scroller.current, edges, next.focus.column)
    const { top, bottom } = areaOf(next)
    if (bottom - top < MOST_AT_ONCE) window.need(top, bottom)
  }
  const back = () => {
    setEditing(null)
    scroller.current?.focus({ preventScroll: true })
  }
  const finish = (step: Step) => {
    setEditing(null)
    const next = moved(atSpot(focus), KEYS[step], NOTHING_HELD, size, 1)
    if (next !== null) select(next)
    if (step !== 'stay') back()
  }
  const removeSelected = () => {
    if (keys === null) return
    if (keys.length > 1) setDeleting(true)
    else remove.mutate(keys)
  }
  const input = useGridInput({
    scroller,
    selection,
    size,
    onSelect: select,
    onEdit: (typed) => {
      const row = window.row(focus.row)
      if (focused === undefined || focused.name === 'id' || row === undefined) return
      setEditing(typed ?? cellText(row[focused.name], focused))
    },
    onClear: () => area.bottom - area.top < MOST_AT_ONCE && edits.clear(area),
    onDelete: removeSelected,
    onUndo: edits.undo,
  })
  const pasting = useGridPaste({ scroller, area, columns, window, state, edits })
  const isEmpty = state.total === 0
  const isInView = size.rows > 0 && focus.row >= first && focus.row <= last
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <GridToolbar
        place={place}
        onDatasource={setDatasource}
        columns={all}
        view={view}
        total={state.total}
        selected={{ rows: area.bottom - area.top + 1, deletable: keys !== null }}
        adding={add.isPending}
        deleting={remove.isPending}
        onAdd={() => add.mutate({}, { onSuccess: () => select(atSpot({ row: size.rows, column: 0 })) })}
        onDelete={removeSelected}
      >
        <FileMenu
          place={place}
          columns={names}
          shown={columns.map(({ name }) => name)}
          view={view}
          total={size.rows}
          onChanged={() => window.refresh()}
        />
      </GridToolbar>
      <GridNotices
        total={state.total}
        filtered={view.where.length > 0}
        wrong={edits.wrong}
        unread={state.error}
        refused={add.error ?? change.error ?? remove.error}
        onAgain={() => window.refresh()}
      />
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={`Rows of ${table}`}
        aria-rowcount={size.rows + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={isInView ? `${grid}-${focus.row}-${focus.column}` : undefined}
        className={`outline-none ${isEmpty ? 'h-10 shrink-0 overflow-hidden' : 'relative min-h-0 flex-1 overflow-auto'}`}
        {...input}
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
                row={window.row(index)}
                columns={columns}
                labels={labels}
                selected={isSelected ? `${area.left}:${area.right}` : null}
                focus={isFocused ? focus.column : null}
                editor={
                  isFocused && editing !== null && focused !== undefined ? (
                    <CellEditor
                      place={place}
                      index={index}
                      row={window.row(index)}
                      column={focused}
                      typed={editing}
                      edits={edits}
                      onFinish={finish}
                      onCancel={back}
                    />
                  ) : null
                }
              />
            )
          })}
        </div>
      </div>
      {pasting.plan !== null && (
        <PasteDialog
          plan={pasting.plan}
          busy={paste.isPending}
          error={paste.error}
          onPaste={() => edits.pasteAll(pasting.plan?.rows ?? [], pasting.close)}
          onClose={() => {
            paste.reset()
            pasting.close()
          }}
        />
      )}
      {deleting && keys !== null && (
        <ConfirmDialog
          title={`Delete ${keys.length.toLocaleString()} rows?`}
          lead="They are gone for good, here and for every endpoint."
          action="Delete"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(keys, {
              onSuccess: () => {
                setDeleting(false)
                select(atSpot({ row: 0, column: 0 }))
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
