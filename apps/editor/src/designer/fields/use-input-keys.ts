'use client'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { keysOf } from '../actions.ts'
import { useDesigner } from '../designer-context.tsx'
import type { Command } from '../engine/command.ts'
import { cloneField, moveField, removeField } from '../engine/commands/fields.ts'

/** The keys of the inputs: arrows, Alt with them to move, Enter to edit, C to repeat, Delete. */
export function useInputKeys(count: number, edit: (index: number) => void) {
  const { designer } = useDesigner()
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.dataset['inputRow'] : undefined
    if (row === undefined) return
    const index = Number(row)
    const list = event.currentTarget
    const focus = (at: number) => list.querySelector<HTMLElement>(`[data-input-row="${at}"]`)?.focus()
    // What had the focus may be gone or elsewhere: it is drawn before the next key arrives.
    const run = (command: Command, then: number) => {
      flushSync(() => designer.run(command))
      focus(then)
    }
    const keys: Partial<Record<string, () => void>> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      'Alt+ArrowDown': () => index < count - 1 && run(moveField('input', index, 1), index + 1),
      'Alt+ArrowUp': () => index > 0 && run(moveField('input', index, -1), index - 1),
      Enter: () => edit(index),
      C: () => run(cloneField('input', index), index + 1),
      Delete: () => run(removeField('input', index), Math.min(index, count - 2)),
    }
    const act = keys[keysOf(event)]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
