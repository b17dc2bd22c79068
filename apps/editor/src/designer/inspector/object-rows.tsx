'use client'
import type { Expression, ObjectLiteral } from '@cairn/language'
import { Button } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { keysOf } from '../actions.ts'
import { nowhere } from '../engine/nodes.ts'
import { RemoveButton } from '../remove-button.tsx'
import { emptyObject, entryNode, withMoved, withRepeated } from '../value/object-entries.ts'
import { FilteredValue } from './filtered-value.tsx'
import { useWriting, type FieldPlace } from './use-field.ts'

export interface ObjectRowsProps {
  label: string
  place: FieldPlace
  value: ObjectLiteral | null
  address: string
  /** Keys to offer: the columns of the table. */
  keys: readonly string[]
}

/** The field of the value below a key: where it is typed, else the last choice of it. */
function fieldOf(key: HTMLElement): HTMLElement | null {
  const row = key.parentElement?.parentElement
  return row?.querySelector('textarea') ?? [...(row?.querySelectorAll('select') ?? [])].at(-1) ?? null
}

const nullValue: Expression = { kind: 'null', ...nowhere }

/** An object as rows of key and value. */
export const ObjectRows = ({ label, place, value, address, keys }: ObjectRowsProps) => {
  const { set } = useWriting(place)
  const [name, setName] = useState('')
  const object = value ?? emptyObject
  const { entries } = object
  const used = new Set(entries.flatMap((item) => (item.kind === 'entry' ? [item.key] : [])))
  const free = keys.filter((key) => !used.has(key))
  const add = (key: string) => {
    if (key === '' || used.has(key)) return
    set({ ...object, entries: [...entries, entryNode(key, nullValue)] })
    setName('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.dataset['entry'] : undefined
    if (row === undefined) return
    const index = Number(row)
    const rows = event.currentTarget
    const put = (next: ObjectLiteral, then: number) => {
      flushSync(() => set(next))
      rows.querySelector<HTMLElement>(`[data-entry="${then}"]`)?.focus()
    }
    const move = (step: -1 | 1) => {
      const to = index + step
      if (to >= 0 && to < entries.length) put(withMoved(object, index, step), to)
    }
    const keys: Partial<Record<string, () => void>> = {
      ArrowUp: () => rows.querySelector<HTMLElement>(`[data-entry="${index - 1}"]`)?.focus(),
      ArrowDown: () => rows.querySelector<HTMLElement>(`[data-entry="${index + 1}"]`)?.focus(),
      'Alt+ArrowUp': () => move(-1),
      'Alt+ArrowDown': () => move(1),
      C: () => put(withRepeated(object, index), index + 1),
      Delete: () => put({ ...object, entries: entries.toSpliced(index, 1) }, Math.min(index, entries.length - 2)),
      Enter: () => event.target instanceof HTMLElement && fieldOf(event.target)?.focus(),
    }
    const act = keys[keysOf(event)]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <div className="grid grid-cols-1 gap-2" onKeyDown={onKeyDown}>
      {entries.map((item, index) =>
        item.kind === 'entry' ? (
          <div key={item.key} className="grid grid-cols-1 gap-1">
            <div className="flex items-center gap-1">
              <button
                type="button"
                data-entry={index}
                title="Alt+↑ and Alt+↓ move it, C repeats it, Delete removes it"
                className="h-7 min-w-0 flex-1 cursor-default truncate rounded-sm text-left font-mono text-xs"
              >
                {item.key}
              </button>
              <RemoveButton
                label={`Remove ${item.key}`}
                onRemove={() => set({ ...object, entries: entries.filter((_, at) => at !== index) })}
              />
            </div>
            <FilteredValue
              label={item.key}
              address={address}
              place={{
                field: `${place.field}.${item.key}`,
                value: item.value,
                write: (next) => {
                  const changed = { ...item, value: next ?? nullValue }
                  return place.write({ ...object, entries: entries.map((old, at) => (at === index ? changed : old)) })
                },
              }}
            />
          </div>
        ) : null,
      )}
      <form
        className="flex gap-1.5"
        onSubmit={(event) => {
          event.preventDefault()
          add(name)
        }}
      >
        <input
          aria-label={`New key of ${label}`}
          list={`${place.field}-keys`}
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder={free[0] ?? 'key'}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs placeholder:text-muted"
        />
        <datalist id={`${place.field}-keys`}>
          {free.map((key) => (
            <option key={key} value={key} />
          ))}
        </datalist>
        <Button look="outline" size="sm" type="submit">
          <Plus size={14} aria-hidden /> Set
        </Button>
      </form>
    </div>
  )
}
