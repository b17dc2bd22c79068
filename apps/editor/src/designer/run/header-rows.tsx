'use client'
import { Button } from '@cairn/ui'
import { Plus, X } from 'lucide-react'

export interface HeaderRowsProps {
  headers: readonly [string, string][]
  onChange: (headers: [string, string][]) => void
}

const LOOK = 'h-8 min-w-0 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs'

/** The headers that the run sees as those of its request. */
export const HeaderRows = ({ headers, onChange }: HeaderRowsProps) => {
  const change = (at: number, header: [string, string]) =>
    onChange(headers.map((known, index) => (index === at ? header : known)))
  return (
    <div className="grid gap-1.5">
      {headers.map(([name, value], index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a header is its place: names may repeat
        <div key={index} className="grid grid-cols-[2fr_3fr_auto] gap-1.5">
          <input
            aria-label={`Name of header ${index + 1}`}
            placeholder="X-Name"
            value={name}
            onChange={(event) => change(index, [event.target.value, value])}
            className={LOOK}
          />
          <input
            aria-label={`Value of header ${index + 1}`}
            value={value}
            onChange={(event) => change(index, [name, event.target.value])}
            className={LOOK}
          />
          <Button
            look="quiet"
            size="sm"
            icon
            aria-label={`Remove header ${index + 1}`}
            onClick={() => onChange(headers.filter((_, at) => at !== index))}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <Button look="outline" size="sm" className="w-fit" onClick={() => onChange([...headers, ['', '']])}>
        <Plus size={14} aria-hidden /> Header
      </Button>
    </div>
  )
}
