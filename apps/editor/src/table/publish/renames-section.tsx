'use client'
import { Select } from '@cairn/ui'
import type { ColumnRenames, NameChanges } from './column-renames.ts'

export interface RenamesSectionProps {
  changes: NameChanges
  /** What is to be renamed. */
  renames: ColumnRenames
  onRenames: (renames: ColumnRenames) => void
}

/** Which of the columns that are gone each new one was: it keeps their values. Nothing where no column is gone. */
export const RenamesSection = ({ changes, renames, onRenames }: RenamesSectionProps) => {
  if (changes.gone.length === 0 || changes.added.length === 0) return null
  const choose = (name: string, old: string) => {
    const others = Object.entries(renames).filter(([other, taken]) => other !== name && taken !== old)
    onRenames(Object.fromEntries(old === '' ? others : [...others, [name, old]]))
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium">New columns</legend>
      {changes.added.map((name) => (
        <div key={name} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-3">
          <code className="truncate font-mono text-sm">{name}</code>
          <Select
            bare
            label={`Values of ${name}`}
            value={renames[name] ?? ''}
            options={[
              { value: '', label: 'Starts empty' },
              ...changes.gone.map((old) => ({ value: old, label: `Keeps the values of ${old}` })),
            ]}
            onChange={(old) => choose(name, old)}
          />
        </div>
      ))}
    </fieldset>
  )
}
