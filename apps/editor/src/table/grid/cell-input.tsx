'use client'
import type { KeyboardEvent } from 'react'
import type { GridColumn } from './grid-column.ts'

export interface CellInputProps {
  column: GridColumn
  /** What it begins with: the cell's text, or the key that began it. */
  typed: string
  /** `step` is where the selection goes then. */
  onDone: (typed: string, step: 'stay' | 'down' | 'right' | 'left') => void
  onCancel: () => void
}

const LOOK = 'absolute inset-0 z-10 h-full w-full border-2 border-accent bg-surface px-2.5 text-sm outline-none'

/** The field of a cell that is being changed. */
export const CellInput = ({ column, typed, onDone, onCancel }: CellInputProps) => {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    event.stopPropagation()
    if (event.key === 'Enter') onDone(event.currentTarget.value, 'down')
    else if (event.key === 'Tab') onDone(event.currentTarget.value, event.shiftKey ? 'left' : 'right')
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
  }
  const choices = column.list ? null : column.type === 'bool' ? ['true', 'false'] : column.values
  if (choices !== null && choices.length > 0) {
    return (
      <select
        aria-label={column.name}
        autoFocus
        defaultValue={choices.find((choice) => choice.startsWith(typed)) ?? ''}
        onBlur={(event) => onDone(event.target.value, 'stay')}
        onKeyDown={onKeyDown}
        className={LOOK}
      >
        <option value="" />
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  return (
    <input
      aria-label={column.name}
      autoFocus
      defaultValue={typed}
      onBlur={(event) => onDone(event.target.value, 'stay')}
      onKeyDown={onKeyDown}
      className={LOOK}
    />
  )
}
