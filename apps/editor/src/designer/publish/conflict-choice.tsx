'use client'
import type { MergeConflict, Side } from '@cairn/language'
import { useId } from 'react'

export interface ConflictChoiceProps {
  conflict: MergeConflict
  value: Side | null
  onChange: (side: Side) => void
}

const SIDES = [
  { side: 'mine', label: 'Yours' },
  { side: 'theirs', label: 'Theirs' },
] as const

/** A part that both changed, with both texts: one is chosen. */
export const ConflictChoice = ({ conflict, value, onChange }: ConflictChoiceProps) => {
  const name = useId()
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="mb-1.5 text-sm font-medium">Changed by both</legend>
      {SIDES.map(({ side, label }) => (
        <label
          key={side}
          className="grid cursor-pointer content-start gap-1.5 rounded-md border border-line p-2.5 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <span className="flex items-center gap-2 text-sm font-medium">
            <input
              type="radio"
              name={name}
              checked={value === side}
              onChange={() => onChange(side)}
              className="size-4 accent-accent outline-none"
            />
            {label}
          </span>
          <code className="block max-h-40 overflow-auto font-mono text-xs whitespace-pre-wrap break-all">
            {conflict[side] ?? 'Taken away'}
          </code>
        </label>
      ))}
    </fieldset>
  )
}
