/** One step of a text: at a place, what was there and what is there now. Small, so that undo has no end. */
export interface Change {
  at: number
  removed: string
  added: string
}

/** The step between two texts, or null when they are the same. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { at: start, removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) }
}

/** The text after a step. Throws when the step was made on another text. */
export function applyChange(text: string, { at, removed, added }: Change): string {
  if (text.slice(at, at + removed.length) !== removed) throw new Error('This step belongs to another text.')
  return text.slice(0, at) + added + text.slice(at + removed.length)
}

export const inverse = ({ at, removed, added }: Change): Change => ({ at, removed: added, added: removed })
