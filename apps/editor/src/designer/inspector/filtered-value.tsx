'use client'
import type { Expression } from '@cairn/language'
import { Button } from '@cairn/ui'
import { SquareFunction } from 'lucide-react'
import { useState } from 'react'
import { joinChain, splitChain, type FilterRow } from '../value/filter-chain.ts'
import type { ValueMode } from '../value/value-mode.ts'
import { AsText } from './as-text.tsx'
import { FilterLine } from './filter-line.tsx'
import { FilterPicker } from './filter-picker.tsx'
import { useWriting, type FieldPlace } from './use-field.ts'
import { ValueInput } from './value-input.tsx'
import { ValueNote } from './value-note.tsx'

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

/** A value with the filters it goes through, one a row; or all of it as one expression. */
export const FilteredValue = (props: FilteredValueProps) => {
  const { label, place, address, first = false, preferred = 'expression', values = [] } = props
  const { set } = useWriting(place)
  const [whole, setWhole] = useState(false)
  const { base, filters } = place.value === null ? { base: null, filters: [] } : splitChain(place.value)
  const rebuild = (from: Expression | null, rows: FilterRow[]) => joinChain({ base: from ?? nothing, filters: rows })
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
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex min-w-0 items-start gap-1">
        {whole ? (
          <AsText parameter={{ label }} place={place} address={address} first={first} />
        ) : (
          <ValueInput
            label={label}
            place={basePlace}
            address={address}
            first={first}
            preferred={preferred}
            values={values}
          />
        )}
        {base !== null && !whole && (
          <FilterPicker onPick={(name) => set(rebuild(base, [...filters, { name, args: [], disabled: false }]))} />
        )}
        <Button
          look="quiet"
          size="sm"
          icon
          aria-label={`${label} as an expression`}
          title={whole ? 'Show as fields' : 'Show as an expression'}
          aria-pressed={whole}
          className={whole ? 'bg-accent-soft text-accent' : ''}
          onClick={() => setWhole(!whole)}
        >
          <SquareFunction size={16} aria-hidden />
        </Button>
      </div>
      {!whole &&
        filters.map((row, index) => (
          <FilterLine
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the chain
            key={`${row.name}-${index}`}
            row={row}
            field={`${place.field}|${index}`}
            address={address}
            write={(args) => place.write(rebuild(base, withAt(filters, index, { ...row, args })))}
            onUp={index === 0 ? null : () => swap(index, -1)}
            onDown={index === filters.length - 1 ? null : () => swap(index, 1)}
            onRemove={() => set(rebuild(base, filters.toSpliced(index, 1)))}
          />
        ))}
      {place.value !== null && <ValueNote value={place.value} address={address} field={place.field} />}
    </div>
  )
}
