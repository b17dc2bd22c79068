'use client'
import { useId, useMemo, useRef, useState } from 'react'
import { ConfirmDialog } from '../../settings/confirm-dialog.tsx'
import { FileMenu } from '../files/file-menu.tsx'
import { PasteDialog } from '../paste/paste-dialog.tsx'
import { CellEditor, type Step } from './cell-editor.tsx'
import { cellText } from './cell-text.ts'
import type { GridColumn } from './grid-column.ts'
import { GridBody } from './grid-body.tsx'
import { GridNotices } from './grid-notices.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import { edgesOf, scrollTo } from './layout.ts'
import { areaOf, atSpot, moved, type Selection } from './selection.ts'
import { useCellEdits } from './use-cell-edits.ts'
import { useGridInput } from './use-grid-input.ts'
import { useGridPaste } from './use-grid-paste.ts'
import { useGridView } from './use-grid-view.ts'
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
  const edges = useMemo(() => edgesOf(columns), [columns])

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
        wrong={edits.wrong}
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
              onFinish={finish}
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
