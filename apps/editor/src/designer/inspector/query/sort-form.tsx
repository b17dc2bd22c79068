'use client'
import { Button, Select } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { MoveButtons } from '../../move-buttons.tsx'
import { RemoveButton } from '../../remove-button.tsx'
import { sortOrders, writeSort, type SortRow } from '../../value/sort-rows.ts'
import { useScope } from '../use-scope.ts'
import { useWriting, type FieldPlace } from '../use-field.ts'

export interface SortFormProps {
  label: string
  place: FieldPlace
  address: string
  rows: readonly SortRow[]
}

/** A sort as rows of column and order; the first one decides first. */
export const SortForm = ({ label, place, address, rows }: SortFormProps) => {
  const { set } = useWriting(place)
  const { names } = useScope(address)
  const columns = names.flatMap(({ path }) => (path.startsWith('$db.') ? [path.slice('$db.'.length)] : []))
  const write = (next: readonly SortRow[]) => set(writeSort(next))
  const swap = (index: number) =>
    write(rows.flatMap((row, at) => (at === index ? [] : at === index + 1 ? [row, rows[index] ?? row] : [row])))
  const free = columns.find((column) => !rows.some(({ by }) => by === column))
  return (
    <div className="grid grid-cols-1 gap-1.5">
      {rows.map((row, index) => (
        <div key={row.by} className="flex items-center gap-1">
          <Select
            bare
            label={`${label} ${index + 1}: column`}
            className="min-w-0 flex-1"
            value={row.by}
            options={[...new Set([row.by, ...columns])].map((value) => ({ value, label: value }))}
            onChange={(by) => write(rows.map((old, at) => (at === index ? { ...old, by } : old)))}
          />
          <Select
            bare
            label={`${label} ${index + 1}: order`}
            className="w-28 shrink-0"
            value={row.order}
            options={sortOrders}
            onChange={(next) => {
              const order = sortOrders.find(({ value }) => value === next)?.value ?? 'asc'
              write(rows.map((old, at) => (at === index ? { ...old, order } : old)))
            }}
          />
          <MoveButtons
            name={row.by}
            onUp={index === 0 ? null : () => swap(index - 1)}
            onDown={index === rows.length - 1 ? null : () => swap(index)}
          />
          <RemoveButton
            label={`Do not sort by ${row.by}`}
            onRemove={() => write(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        look="quiet"
        size="sm"
        className="w-fit"
        disabled={free === undefined}
        onClick={() => free !== undefined && write([...rows, { by: free, order: 'asc' }])}
      >
        <Plus size={14} aria-hidden /> Sort by
      </Button>
    </div>
  )
}
