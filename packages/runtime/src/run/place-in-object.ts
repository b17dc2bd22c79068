import type { StackError } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'

/** Says in which object the failing statement stands; the innermost one that says so is right. */
export function placeInObject(error: StackError, { kind, name }: RunnableObject): void {
  if (error.at?.includes(' "')) return
  error.at = error.at === null ? `${kind} "${name}"` : `${error.at} of ${kind} "${name}"`
}
