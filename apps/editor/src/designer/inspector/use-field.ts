'use client'
import { print, type Expression } from '@cairn/language'
import { useState } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import type { Command } from '../engine/command.ts'
import { modeOf, readIn, shownIn, type ValueMode } from '../value/value-mode.ts'

/** Writes an expression to its place in the object; null takes it out. */
type Write = (value: Expression | null) => Command

/** The place of a value: how it is named in the store, what is there, and how to write it. */
export interface FieldPlace {
  /** `stack.2/field_value`. */
  field: string
  value: Expression | null
  write: Write
  context?: 'value' | 'condition'
}

const textOf = (value: Expression | null): string => (value === null ? '' : print(value))

/**
 * Writing into a field: at once into the text where it can stand there, else beside it. What was typed stays in the
 * field as it was typed as long as nothing else changes the value.
 */
export function useWriting({ field, value, write }: FieldPlace) {
  const { designer } = useDesigner()
  const unfinished = useDesignerState((state) => state.unfinished[field])
  const set = (next: Expression | null, typed = textOf(next)): void => {
    const stands = designer.run(write(next), { field })
    designer.keepUnfinished(field, stands ? null : typed)
  }
  return { set, unfinished, faulty: unfinished !== undefined || (value?.kind === 'invalid' && value.text !== '') }
}

/** A value typed in a mode. */
export function useTyped(place: FieldPlace, mode: ValueMode) {
  const { set, unfinished, faulty } = useWriting(place)
  const [typed, setTyped] = useState<{ text: string; means: string; mode: ValueMode } | null>(null)
  const now = textOf(place.value)
  const shown = place.value === null ? '' : shownIn(mode, place.value)
  const text = unfinished ?? (typed !== null && typed.means === now && typed.mode === mode ? typed.text : shown)
  const type = (next: string, as = mode) => {
    const expression = next === '' && as !== 'text' ? null : readIn(as, next, place.context)
    setTyped({ text: next, means: textOf(expression), mode: as })
    set(expression, next)
  }
  return { text, type, faulty }
}

/** The mode of a field: the person's choice as long as the value can be shown in it, or is what it was when they chose. */
export function useMode(value: Expression | null, preferred: ValueMode): [ValueMode, (mode: ValueMode) => void] {
  const [chosen, setChosen] = useState<{ mode: ValueMode; when: string } | null>(null)
  const natural = value === null ? preferred : modeOf(value)
  const free = value === null || value.kind === 'invalid' || chosen?.mode === 'expression'
  const stays = free || chosen?.when === textOf(value)
  return [stays ? (chosen?.mode ?? natural) : natural, (mode) => setChosen({ mode, when: textOf(value) })]
}
