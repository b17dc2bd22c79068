'use client'
import { useId, useMemo, useRef, useState } from 'react'
import { FileMenu } from '../files/file-menu.tsx'
import { PasteDialog } from '../paste/paste-dialog.tsx'
import { CellEditor } from './cell-editor.tsx'
import { DeleteRows } from './delete-rows.tsx'
import type { GridColumn } from './grid-column.ts'
import { GridBody } from './grid-body.tsx'
import { GridNotices } from './grid-notices.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import type { Key } from './rows.ts'
import { areaOf, atSpot } from './selection.ts'
import { useCellEdits } from './use-cell-edits.ts'
import { useCellFocus } from './use-cell-focus.ts'
import { useGridInput } from './use-grid-input.ts'
import { useGridPaste } from './use-grid-paste.ts'
import { useGridView } from './use-grid-view.ts'
import { useRowInSight } from './use-row-in-sight.ts'
import { useRowWindow } from './use-row-window.ts'
import { MOST_AT_ONCE, useSelectedKeys } from './use-selected-keys.ts'

export interface RowGridProps {
  workspace: number
  table: string
  columns: readonly GridColumn[]
  /** The row that is wanted in sight. */
  at: Key | null
}

/** The rows of a table, as a spreadsheet has them. */
export const RowGrid = ({ workspace, table, columns: all, at }: RowGridProps) => {
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

  const scroller = useRef<HTMLDivElement>(null)
  const cells = useCellFocus({ columns, size, window, scroller })
  const { selection, focused, edges, editing, select, back } = cells
  const { focus } = selection
  const area = areaOf(selection)
  const keys = useSelectedKeys(area, window, state)
  const [deleting, setDeleting] = useState(false)
  const missing = useRowInSight(place, view, { at, isReady: state.total !== null }, (row) => {
    select({ anchor: { row, column: 0 }, focus: { row, column: Math.max(0, size.columns - 1) } })
    scroller.current?.focus({ preventScroll: true })
  })
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
    onEdit: cells.edit,
    onClear: () => area.bottom - area.top < MOST_AT_ONCE && edits.clear(area),
    onDelete: removeSelected,
    onUndo: () => edits.undo(),
  })
  const pasting = useGridPaste({ scroller, area, columns, window, state, edits })
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
        wrong={edits.wrong ?? missing}
        unread={state.error}
        refused={add.error ?? change.error ?? remove.error}
        onAgain={() => window.refresh()}
      />
      <GridBody
        grid={grid}
        scroller={scroller}
        place={place}
        columns={columns}
        edges={edges}
        window={window}
        state={state}
        view={view}
        selection={selection}
        input={input}
        editor={
          editing !== null && focused !== undefined ? (
            <CellEditor
              place={place}
              index={focus.row}
              row={window.row(focus.row)}
              column={focused}
              typed={editing}
              edits={edits}
              onFinish={cells.finish}
              onCancel={back}
            />
          ) : null
        }
      />
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
        <DeleteRows
          keys={keys}
          remove={remove}
          onDeleted={() => {
            setDeleting(false)
            select(atSpot({ row: 0, column: 0 }))
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  )
}
