'use client'
import { Button, Select } from '@cairn/ui'
import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDatasources } from '../../workspace/use-datasources.ts'
import { ColumnsButton } from './columns-button.tsx'
import { FilterButton } from './filter-button.tsx'
import type { GridColumn } from './grid-column.ts'
import type { GridView } from './use-grid-view.ts'
import type { TablePlace } from './use-row-window.ts'

export interface GridToolbarProps {
  place: TablePlace
  onDatasource: (datasource: string) => void
  columns: readonly GridColumn[]
  view: GridView
  total: number | null
  /** How many rows are selected, and whether they can be deleted at once. */
  selected: { rows: number; deletable: boolean }
  adding: boolean
  deleting: boolean
  onAdd: () => void
  onDelete: () => void
  children?: ReactNode
}

/** What is shown, and what may be done with the rows. */
export const GridToolbar = (props: GridToolbarProps) => {
  const { place, onDatasource, columns, view, total, selected, children } = props
  const datasources = useDatasources(place.workspace)
  const names = (datasources.data ?? []).map(({ name }) => name)
  const counted = total === null ? '' : `${total.toLocaleString()} ${total === 1 ? 'row' : 'rows'}`
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 py-1.5">
      <span role="status" className="mr-auto text-sm text-muted tabular-nums">
        {counted}
      </span>
      {names.length > 1 && (
        <Select
          bare
          label="Datasource"
          value={place.datasource}
          options={names.map((name) => ({ value: name, label: name }))}
          onChange={onDatasource}
        />
      )}
      <FilterButton columns={columns} onWhere={view.setWhere} />
      <ColumnsButton columns={columns} hidden={view.hidden} onHidden={view.setHidden} />
      {children}
      <Button
        look="quiet"
        size="sm"
        title={selected.deletable ? 'Ctrl+Delete' : 'Select at most 1,000 rows to delete them'}
        disabled={!selected.deletable}
        busy={props.deleting}
        onClick={props.onDelete}
      >
        <Trash2 size={14} aria-hidden />
        <span className="max-sm:sr-only">
          {selected.rows > 1 ? `Delete ${selected.rows.toLocaleString()} rows` : 'Delete row'}
        </span>
      </Button>
      <Button look="outline" size="sm" busy={props.adding} onClick={props.onAdd}>
        <Plus size={14} aria-hidden /> Row
      </Button>
    </div>
  )
}
