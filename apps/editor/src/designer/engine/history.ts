import { applyChange, changeBetween, inverse, type Change } from './change.ts'

/** A step with what was selected before it. `field` marks typing in one place, which is one step however long. */
export interface Step {
  change: Change
  selection: string[]
  field: string | null
}

export interface History {
  done: readonly Step[]
  undone: readonly Step[]
}

export const noHistory: History = { done: [], undone: [] }

/** Remembers a step; typing on in the same field goes into the step before. */
export function remember(history: History, before: string, after: string, step: Omit<Step, 'change'>): History {
  const last = history.done.at(-1)
  const joins = last !== undefined && step.field !== null && last.field === step.field
  const from = joins ? applyChange(before, inverse(last.change)) : before
  const change = changeBetween(from, after)
  const earlier = joins ? history.done.slice(0, -1) : history.done
  if (change === null) return { done: earlier, undone: [] }
  const selection = joins ? last.selection : step.selection
  return { done: [...earlier, { change, selection, field: step.field }], undone: [] }
}

export interface Travelled {
  text: string
  selection: string[]
  history: History
}

/** One step back, or null at the beginning. `selection` is what is selected now. */
export function undo(history: History, text: string, selection: string[]): Travelled | null {
  const step = history.done.at(-1)
  if (step === undefined) return null
  const undone = [...history.undone, { change: step.change, selection, field: null }]
  return {
    text: applyChange(text, inverse(step.change)),
    selection: step.selection,
    history: { done: history.done.slice(0, -1), undone },
  }
}

/** One step forward again, or null when there is none. */
export function redo(history: History, text: string, selection: string[]): Travelled | null {
  const step = history.undone.at(-1)
  if (step === undefined) return null
  const done = [...history.done, { change: step.change, selection, field: null }]
  return {
    text: applyChange(text, step.change),
    selection: step.selection,
    history: { done, undone: history.undone.slice(0, -1) },
  }
}
