'use client'
import type { Expression } from '@cairn/language'
import { Button } from '@cairn/ui'
import { useState } from 'react'
import { nameOf } from '../../engine/document.ts'
import { nowhere, text } from '../../engine/nodes.ts'
import type { Column } from '../../value/known-names.ts'
import { useWriting, type FieldPlace } from '../use-field.ts'

export interface OutputFormProps {
  label: string
  place: FieldPlace
  columns: readonly Column[]
}

/** The columns that come back: all of them, or those that are ticked, in the order of the text. */
export const OutputForm = ({ label, place, columns }: OutputFormProps) => {
  const { set } = useWriting(place)
  const [other, setOther] = useState('')
  const chosen = outputNames(place.value) ?? []
  const offered = [...new Set([...columns.map(({ name }) => name), ...chosen])]
  const write = (names: readonly string[]) => set(names.length === 0 ? null : listOf(names))
  return (
    <fieldset className="grid grid-cols-1 gap-2">
      <legend className="sr-only">{label}</legend>
      <p className="text-xs text-muted">
        {chosen.length === 0 ? 'Every column comes back.' : `${chosen.length} of ${offered.length} columns come back.`}
      </p>
      <div className="grid grid-cols-2 gap-x-3 gap-y-1">
        {offered.map((name) => (
          <label key={name} className="flex min-w-0 cursor-pointer items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="accent-accent"
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                write(target.checked ? [...chosen, name] : chosen.filter((known) => known !== name))
              }
            />
            <span className="truncate font-mono text-xs">{name}</span>
          </label>
        ))}
      </div>
      <form
        className="flex gap-1.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (other.trim() !== '' && !chosen.includes(other.trim())) write([...chosen, other.trim()])
          setOther('')
        }}
      >
        <input
          aria-label="Another path"
          value={other}
          placeholder="items.name"
          onChange={({ target }) => setOther(target.value)}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs placeholder:text-muted"
        />
        <Button look="outline" size="sm" type="submit">
          Add
        </Button>
      </form>
    </fieldset>
  )
}

/** The names in an `output`; null where it is no list of names. */
export function outputNames(value: Expression | null): string[] | null {
  if (value === null) return []
  if (value.kind !== 'array') return null
  const names = value.elements.map((element) => (element.kind === 'text' ? nameOf(element) : ''))
  return names.includes('') ? null : names
}

const listOf = (names: readonly string[]): Expression => ({
  kind: 'array',
  ...nowhere,
  elements: names.map((name) => text(name)),
  dangling: [],
  multiline: false,
})
