import { Command } from 'cmdk'
import { ObjectMark } from '../objects/object-mark.tsx'
import type { FoundRow } from './use-found-rows.ts'

/** Names the item of a row among all. */
export const rowValue = ({ table, id }: FoundRow): string => `row ${table} ${id}`

/** A row that holds what is searched for; shown whatever else the palette filters. */
export const RowItem = ({ row, className, onSelect }: { row: FoundRow; className: string; onSelect: () => void }) => (
  <Command.Item forceMount value={rowValue(row)} onSelect={onSelect} className={className}>
    <ObjectMark kind="table" verb={null} />
    <span className="min-w-0 flex-1 truncate">{row.text}</span>
    <span className="max-w-[40%] shrink-0 truncate text-xs text-muted">
      {row.table} {row.id} · {row.column}
    </span>
  </Command.Item>
)
