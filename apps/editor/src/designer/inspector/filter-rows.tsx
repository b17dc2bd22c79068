'use client'
import type { Expression } from '@cairn/language'
import { Button } from '@cairn/ui'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useDesigner } from '../designer-context.tsx'
import { expressionNode } from '../engine/nodes.ts'
import { joinChain, splitChain, type FilterRow } from '../value/filter-chain.ts'
import { FilterPicker } from './filter-picker.tsx'
import type { ValueMode } from '../value/value-mode.ts'
import { useWriting, type FieldPlace } from './use-field.ts'
import { ValueInput } from './value-input.tsx'

/** In the place of a base that was taken away while filters stay. */
const nothing: Expression = { kind: 'null', start: -1, end: -1 }

const withAt = <Item,>(list: readonly Item[], index: number, item: Item): Item[] =>
  list.map((old, at) => (at === index ? item : old))

export interface FilteredValueProps {
  label: string
  place: FieldPlace
  address: string
  first?: boolean
  /** How an empty field is typed into. */
  preferred?: ValueMode
  /** What it can be, as the language writes it, where that is a few values. */
  values?: readonly string[]
}

/** A value with the filters it goes through, one a row. */
export const FilteredValue = ({
  label,
  place,
  address,
  first = false,
  preferred = 'expression',
  values = [],
}: FilteredValueProps) => {
  const { catalogue } = useDesigner()
  const { set } = useWriting(place)
  const chain = place.value === null ? { base: null, filters: [] } : splitChain(place.value)
  const rebuild = (base: Expression | null, filters: FilterRow[]) => joinChain({ base: base ?? nothing, filters })
  const { base, filters } = chain
  const basePlace: FieldPlace = {
    ...place,
    value: base,
    write: (value) => place.write(value === null && filters.length === 0 ? null : rebuild(value, filters)),
  }
  const swap = (index: number, by: -1 | 1) => {
    const [one, other] = [filters[index], filters[index + by]]
    if (one && other) set(rebuild(base, withAt(withAt(filters, index, other), index + by, one)))
  }
  return (
    <div className="grid gap-1.5">
      <ValueInput
        label={label}
        place={basePlace}
        address={address}
        first={first}
        preferred={preferred}
        values={values}
      />
      {filters.map((row, index) => {
        const info = catalogue.filter(row.name)
        const params = info?.params ?? []
        const shown = Math.max(row.args.length, params.length)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the chain
          <div key={`${row.name}-${index}`} className="ml-3 grid gap-1.5 border-l-2 border-line pl-3">
            <div className="flex items-center gap-1">
              <span className="font-mono text-xs font-medium">{row.name}</span>
              <span className="min-w-0 flex-1 truncate text-xs text-muted">{info?.help}</span>
              <Button
                look="quiet"
                size="sm"
                icon
                aria-label={`Move ${row.name} up`}
                disabled={index === 0}
                onClick={() => swap(index, -1)}
              >
                <ArrowUp size={14} aria-hidden />
              </Button>
              <Button
                look="quiet"
                size="sm"
                icon
                aria-label={`Move ${row.name} down`}
                disabled={index === filters.length - 1}
                onClick={() => swap(index, 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </Button>
              <Button
                look="quiet"
                size="sm"
                icon
                aria-label={`Remove ${row.name}`}
                onClick={() =>
                  set(
                    rebuild(
                      base,
                      filters.filter((_, at) => at !== index),
                    ),
                  )
                }
              >
                <X size={14} aria-hidden />
              </Button>
            </div>
            {Array.from({ length: shown }, (_, at) => {
              const name = params[at]?.name ?? `argument ${at + 1}`
              const write = (value: Expression | null) => {
                const args = value === null ? row.args.slice(0, at) : filled(row.args, at, value)
                return place.write(rebuild(base, withAt(filters, index, { ...row, args })))
              }
              const argument: FieldPlace = {
                field: `${place.field}|${index}:${at}`,
                value: row.args[at] ?? null,
                write,
              }
              return (
                // oxlint-disable-next-line react/no-array-index-key -- an argument is its place
                <label key={at} className="grid grid-cols-[5rem_1fr] items-center gap-2 text-xs text-muted">
                  {name}
                  <ValueInput label={`${name} of ${row.name}`} place={argument} address={address} />
                </label>
              )
            })}
          </div>
        )
      })}
      {base !== null && (
        <FilterPicker onPick={(name) => set(rebuild(base, [...filters, { name, args: [], disabled: false }]))} />
      )}
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
