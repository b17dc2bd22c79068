'use client'
import { Select, Switch } from '@cairn/ui'
import { nameOf } from '../../engine/document.ts'
import { expressionNode, text } from '../../engine/nodes.ts'
import { emptyObject, entryNode, entryOf } from '../../value/object-entries.ts'
import { entryPlace } from '../entry-place.ts'
import { Labelled } from '../labelled.tsx'
import { ObjectRows } from '../object-rows.tsx'
import { useWriting, type FieldPlace } from '../use-field.ts'

const TYPES = [
  { value: 'list', label: 'A list of rows', pages: true },
  { value: 'single', label: 'The first row', pages: false },
  { value: 'count', label: 'How many there are', pages: false },
  { value: 'exists', label: 'Whether there is any', pages: false },
  { value: 'stream', label: 'A stream of rows', pages: true },
  { value: 'aggregate', label: 'Groups with computed values', pages: true },
]

export interface ReturnFormProps {
  place: FieldPlace
  address: string
}

/** What a query gives: rows, one row, a number; and in pages. Settings a type does not use stay in the text. */
export const ReturnForm = ({ place, address }: ReturnFormProps) => {
  const typePlace = entryPlace(place, 'type')
  const { set } = useWriting(typePlace)
  const type = nameOf(typePlace.value) || 'list'
  const known = TYPES.find(({ value }) => value === type)
  const paging = entryPlace(place, 'paging')
  return (
    <div className="grid grid-cols-1 gap-3">
      <Select
        bare
        label="What is returned"
        value={type}
        options={known === undefined ? [...TYPES, { value: type, label: type }] : TYPES}
        onChange={(next) => set(text(next))}
      />
      {type === 'list' && <EntrySwitch label="Each row once" place={entryPlace(place, 'distinct')} />}
      {type === 'aggregate' && (
        <>
          <Entries label="Group by" place={entryPlace(place, 'group')} address={address} />
          <Entries label="Computed for each group" place={entryPlace(place, 'eval')} address={address} />
        </>
      )}
      {known?.pages === true && <PagingForm place={paging} address={address} />}
    </div>
  )
}

const PagingForm = ({ place, address }: ReturnFormProps) => {
  const { set } = useWriting(place)
  const on = place.value?.kind === 'object'
  const first = {
    ...emptyObject,
    multiline: false,
    entries: [entryNode('page', expressionNode('1')), entryNode('per_page', expressionNode('25'))],
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <Switch label="In pages" checked={on} onChange={(paged) => set(paged ? first : null)} />
      {on && (
        <div className="grid grid-cols-1 gap-2 border-l-2 border-line pl-3">
          <Labelled label="Page" place={entryPlace(place, 'page')} address={address} preferred="number" />
          <Labelled label="Rows a page" place={entryPlace(place, 'per_page')} address={address} preferred="number" />
          <Labelled label="Offset" place={entryPlace(place, 'offset')} address={address} preferred="number" />
          <EntrySwitch label="Count all rows" place={entryPlace(place, 'totals')} />
          <EntrySwitch label="Tell about the page" place={entryPlace(place, 'metadata')} otherwise />
        </div>
      )}
    </div>
  )
}

/** On or off; taken out of the text where it is what it would be anyway. */
const EntrySwitch = ({
  label,
  place,
  otherwise = false,
}: {
  label: string
  place: FieldPlace
  otherwise?: boolean
}) => {
  const { set } = useWriting(place)
  const on = place.value?.kind === 'boolean' ? place.value.value : otherwise
  return (
    <Switch
      label={label}
      checked={on}
      onChange={(next) => set(next === otherwise ? null : expressionNode(String(next)))}
    />
  )
}

const Entries = ({ label, place, address }: { label: string } & ReturnFormProps) => (
  <div className="grid grid-cols-1 gap-1">
    <span className="text-xs font-medium text-muted">{label}</span>
    <ObjectRows
      label={label}
      place={place}
      value={place.value?.kind === 'object' ? place.value : null}
      address={address}
      keys={[]}
    />
  </div>
)

/** Whether the form can show a `return`: an object whose type is written. */
export const fitsReturnForm = ({ value }: FieldPlace): boolean =>
  value === null ||
  (value.kind === 'object' && (entryOf(value, 'type') === null || nameOf(entryOf(value, 'type')) !== ''))
