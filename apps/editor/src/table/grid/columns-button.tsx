'use client'
import { Button, Popover } from '@cairn/ui'
import { Columns3 } from 'lucide-react'
import type { GridColumn } from './grid-column.ts'

export interface ColumnsButtonProps {
  columns: readonly GridColumn[]
  hidden: readonly string[]
  onHidden: (hidden: string[]) => void
}

/** Which columns are shown. */
export const ColumnsButton = ({ columns, hidden, onHidden }: ColumnsButtonProps) => (
  <Popover
    label="Columns shown"
    trigger={
      <Button look="quiet" size="sm">
        <Columns3 size={14} aria-hidden /> <span className="max-sm:sr-only">Columns</span>
        {hidden.length > 0 && <span className="text-xs tabular-nums">−{hidden.length}</span>}
      </Button>
    }
  >
    <fieldset className="grid min-w-44 gap-1">
      <legend className="sr-only">Columns shown</legend>
      {columns.map(({ name }) => (
        <label
          key={name}
          className="flex h-7 cursor-pointer items-center gap-2 rounded-sm px-1 text-sm hover:bg-sunken"
        >
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={!hidden.includes(name)}
            onChange={({ target }) =>
              onHidden(target.checked ? hidden.filter((other) => other !== name) : [...hidden, name])
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  </Popover>
)
