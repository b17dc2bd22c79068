'use client'
import type { ArrayLiteral, Expression } from '@cairn/language'
import { Button, Select } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useDesigner } from '../../designer-context.tsx'
import { nameOf } from '../../engine/document.ts'
import { nowhere, text } from '../../engine/nodes.ts'
import { RemoveButton } from '../../remove-button.tsx'
import { emptyObject, entryNode, entryOf, hasOnlyEntries } from '../../value/object-entries.ts'
import { entryPlace } from '../entry-place.ts'
import { ObjectRows } from '../object-rows.tsx'
import { useTyped, useWriting, type FieldPlace } from '../use-field.ts'

const emptyList: ArrayLiteral = { kind: 'array', ...nowhere, elements: [], dangling: [], multiline: true }

export interface AddonsFormProps {
  place: FieldPlace
  address: string
}

/** Related data that is attached to each row: which addon, what it is given, and under which key it comes. */
export const AddonsForm = ({ place, address }: AddonsFormProps) => {
  const { surroundings } = useDesigner()
  const { set } = useWriting(place)
  const list = place.value?.kind === 'array' ? place.value : emptyList
  const write = (elements: Expression[]) => (elements.length === 0 ? null : { ...list, elements })
  const add = (name: string) => {
    const entries = [entryNode('name', text(name)), entryNode('as', text(`_${name}`))]
    set(write([...list.elements, { ...emptyObject, entries }]))
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      {list.elements.map((addon, index) => (
        <AddonRow
          // oxlint-disable-next-line react/no-array-index-key -- an addon is its place in the list
          key={index}
          place={{
            field: `${place.field}[${index}]`,
            value: addon,
            write: (next) =>
              place.write(write(list.elements.flatMap((old, at) => (at === index ? (next ?? []) : old)))),
          }}
          address={address}
          onRemove={() => set(write(list.elements.filter((_, at) => at !== index)))}
        />
      ))}
      {surroundings.addons.length === 0 ? (
        <p className="text-xs text-muted">This workspace has no addons yet.</p>
      ) : (
        <Button look="quiet" size="sm" className="w-fit" onClick={() => add(surroundings.addons[0] ?? '')}>
          <Plus size={14} aria-hidden /> Addon
        </Button>
      )}
    </div>
  )
}

const AddonRow = ({ place, address, onRemove }: AddonsFormProps & { onRemove: () => void }) => {
  const { surroundings } = useDesigner()
  const name = entryPlace(place, 'name')
  const chosen = nameOf(name.value)
  const as = useTyped(entryPlace(place, 'as'), 'text')
  const { set } = useWriting(name)
  const input = entryPlace(place, 'input')
  return (
    <div className="grid grid-cols-1 gap-2 rounded-md border border-line p-2">
      <div className="flex items-center gap-1">
        <Select
          bare
          label="Addon"
          className="min-w-0 flex-1"
          value={chosen}
          options={[...new Set([chosen, ...surroundings.addons])].map((value) => ({ value, label: value }))}
          onChange={(next) => set(text(next))}
        />
        <input
          aria-label={`Key of ${chosen}`}
          value={as.text}
          spellCheck={false}
          onChange={({ target }) => as.type(target.value)}
          className="h-8 w-28 shrink-0 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
        />
        <RemoveButton label={`Remove ${chosen}`} onRemove={onRemove} />
      </div>
      <ObjectRows
        label={`Input of ${chosen}`}
        place={input}
        value={input.value?.kind === 'object' ? input.value : null}
        address={address}
        keys={[]}
      />
    </div>
  )
}

/** Whether the form can show every addon: a list of objects that name theirs. */
export function fitsAddonsForm(value: Expression | null): boolean {
  if (value === null) return true
  if (value.kind !== 'array') return false
  return value.elements.every((element) => {
    if (element.kind !== 'object' || !hasOnlyEntries(element) || nameOf(entryOf(element, 'name')) === '') return false
    const input = entryOf(element, 'input')
    return input === null || (input.kind === 'object' && hasOnlyEntries(input))
  })
}
