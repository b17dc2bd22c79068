'use client'
import type { ObjectLiteral } from '@cairn/language'
import { Button, Select } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useDesigner } from '../../designer-context.tsx'
import { nameOf } from '../../engine/document.ts'
import { text } from '../../engine/nodes.ts'
import { RemoveButton } from '../../remove-button.tsx'
import { emptyObject, entryNode, withEntry, withKey } from '../../value/object-entries.ts'
import { ConditionBuilder } from '../condition-builder.tsx'
import { entryPlace } from '../entry-place.ts'
import { useWriting, type FieldPlace } from '../use-field.ts'

const TYPES = [
  { value: 'inner', label: 'Only rows that match' },
  { value: 'left', label: 'All of this table' },
  { value: 'right', label: 'All of the other' },
]

export interface JoinsFormProps {
  place: FieldPlace
  address: string
}

/** The tables that are joined, each with its alias and the condition that joins it. */
export const JoinsForm = ({ place, address }: JoinsFormProps) => {
  const { surroundings } = useDesigner()
  const { set } = useWriting(place)
  const object: ObjectLiteral = place.value?.kind === 'object' ? place.value : emptyObject
  const aliases = object.entries.flatMap((item) => (item.kind === 'entry' ? [item.key] : []))
  const add = () => {
    const table = surroundings.tables.find((name) => !aliases.includes(name)) ?? surroundings.tables[0]
    if (table === undefined) return
    let alias = table
    for (let number = 2; aliases.includes(alias); number += 1) alias = `${table}${number}`
    const join = { ...emptyObject, entries: [entryNode('table', text(table)), entryNode('type', text('inner'))] }
    set(withEntry(object, alias, join))
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      {aliases.map((alias) => (
        <JoinRow
          key={alias}
          alias={alias}
          place={entryPlace(place, alias)}
          address={address}
          onRename={(next) => next !== '' && !aliases.includes(next) && set(withKey(object, alias, next))}
          onRemove={() => set(withEntry(object, alias, null))}
        />
      ))}
      <Button look="quiet" size="sm" className="w-fit" disabled={surroundings.tables.length === 0} onClick={add}>
        <Plus size={14} aria-hidden /> Join
      </Button>
    </div>
  )
}

interface JoinRowProps extends JoinsFormProps {
  alias: string
  onRename: (alias: string) => void
  onRemove: () => void
}

const JoinRow = ({ alias, place, address, onRename, onRemove }: JoinRowProps) => {
  const { surroundings } = useDesigner()
  const tablePlace = entryPlace(place, 'table')
  const typePlace = entryPlace(place, 'type')
  const table = useWriting(tablePlace)
  const type = useWriting(typePlace)
  const chosen = nameOf(tablePlace.value) || alias
  return (
    <div className="grid grid-cols-1 gap-2 rounded-md border border-line p-2">
      <div className="flex items-center gap-1">
        <Select
          bare
          label={`Table of ${alias}`}
          className="min-w-0 flex-1"
          value={chosen}
          options={[...new Set([chosen, ...surroundings.tables])].map((value) => ({ value, label: value }))}
          onChange={(next) => table.set(text(next))}
        />
        <input
          aria-label={`Alias of ${alias}`}
          defaultValue={alias}
          spellCheck={false}
          onBlur={({ target }) => onRename(target.value.trim())}
          className="h-8 w-24 shrink-0 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
        />
        <RemoveButton label={`Do not join ${alias}`} onRemove={onRemove} />
      </div>
      <Select
        bare
        label={`Rows of ${alias}`}
        value={nameOf(typePlace.value) || 'inner'}
        options={TYPES}
        onChange={(next) => type.set(text(next))}
      />
      <ConditionBuilder
        label={`${alias} where`}
        place={{ ...entryPlace(place, 'where'), context: 'condition' }}
        address={address}
        query
      />
    </div>
  )
}
