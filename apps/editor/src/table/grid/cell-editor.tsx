'use client'
import { cellText } from './cell-text.ts'
import { CellInput } from './cell-input.tsx'
import type { GridColumn } from './grid-column.ts'
import { ReferencePicker } from './reference-picker.tsx'
import type { Row } from './rows.ts'
import type { useCellEdits } from './use-cell-edits.ts'
import type { TablePlace } from './use-row-window.ts'

/** Where the selection goes when a cell is done. */
export type Step = 'stay' | 'down' | 'right' | 'left'

export interface CellEditorProps {
  place: TablePlace
  index: number
  row: Row | undefined
  column: GridColumn
  typed: string
  edits: ReturnType<typeof useCellEdits>
  onFinish: (step: Step) => void
  onCancel: () => void
}

/** Changes a cell: by typing, or where it points to a row by picking one. */
export const CellEditor = ({ place, index, row, column, typed, edits, onFinish, onCancel }: CellEditorProps) => {
  if (column.table === '' || column.list) {
    return (
      <CellInput
        column={column}
        typed={typed}
        onDone={(text, step) => {
          if (text !== cellText(row?.[column.name], column)) edits.type(index, column, text)
          onFinish(step)
        }}
        onCancel={onCancel}
      />
    )
  }
  return (
    <ReferencePicker
      place={{ ...place, table: column.table }}
      label={column.name}
      onPick={(key) => {
        edits.write(index, column, key)
        onFinish('down')
      }}
      onCancel={onCancel}
    />
  )
}
