'use client'
import type { Expression } from '@cairn/language'
import { useDesigner } from '../designer-context.tsx'
import type { Command } from '../engine/command.ts'
import { expressionNode } from '../engine/nodes.ts'
import { MoveButtons } from '../move-buttons.tsx'
import { RemoveButton } from '../remove-button.tsx'
import type { FilterRow } from '../value/filter-chain.ts'
import { preferredMode } from '../value/value-mode.ts'
import { ValueInput } from './value-input.tsx'

export interface FilterLineProps {
  row: FilterRow
  /** The name of the row in the store. */
  field: string
  address: string
  /** The command that gives the filter other arguments. */
  write: (args: Expression[]) => Command
  /** Null at the end of the chain. */
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
}

/** One filter of a chain with a field for each of its arguments. */
export const FilterLine = ({ row, field, address, write, onUp, onDown, onRemove }: FilterLineProps) => {
  const { catalogue } = useDesigner()
  const info = catalogue.filter(row.name)
  const params = info?.params ?? []
  return (
    <div className="ml-3 grid grid-cols-1 gap-1.5 border-l-2 border-line pl-3">
      <div className="flex items-center gap-1">
        <span className="font-mono text-xs font-medium">{row.name}</span>
        <span className="min-w-0 flex-1 truncate text-xs text-muted" title={info?.help}>
          {info?.help}
        </span>
        <MoveButtons name={row.name} onUp={onUp} onDown={onDown} />
        <RemoveButton label={`Remove ${row.name}`} onRemove={onRemove} />
      </div>
      {Array.from({ length: Math.max(row.args.length, params.length) }, (_, at) => {
        const name = params[at]?.name ?? `argument ${at + 1}`
        const place = {
          field: `${field}:${at}`,
          value: row.args[at] ?? null,
          write: (value: Expression | null) =>
            write(value === null ? row.args.slice(0, at) : filled(row.args, at, value)),
        }
        return (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- an argument is its place
            key={at}
            className="grid grid-cols-[4.5rem_1fr] items-center gap-2 text-xs text-muted"
            title={params[at]?.help}
          >
            <span className="truncate">{name}</span>
            <ValueInput
              label={`${name} of ${row.name}`}
              place={place}
              address={address}
              preferred={preferredMode(params[at]?.type ?? '')}
            />
          </div>
        )
      })}
    </div>
  )
}

/** The arguments with one more set; those left out before it become null. */
function filled(args: readonly Expression[], at: number, value: Expression): Expression[] {
  const next = [...args]
  while (next.length < at) next.push(expressionNode('null'))
  next[at] = value
  return next
}
