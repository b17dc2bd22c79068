import { Command } from 'cmdk'
import { ObjectMark } from '../objects/object-mark.tsx'
import type { FoundRow } from './use-found-rows.ts'

/** A row that holds what is searched for; shown whatever else the palette filters. */
export const RowItem = ({
  row: { table, id, column, text },
  className,
  onSelect,
}: {
  row: FoundRow
  className: string
  onSelect: () => void
}) => (
  <Command.Item forceMount value={`row ${table} ${id}`} onSelect={onSelect} className={className}>
    <ObjectMark kind="table" verb={null} />
    <span className="min-w-0 flex-1 truncate">{text}</span>
    <span className="max-w-[40%] shrink-0 truncate text-xs text-muted">
      {table}, {column} of {id}
    </span>
  </Command.Item>
)
