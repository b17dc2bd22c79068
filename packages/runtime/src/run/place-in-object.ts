import type { StackError } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'

/** Says in which object something failed; the innermost one that says so is right. */
export function placeInObject(error: StackError, { kind, name }: RunnableObject): void {
  error.object ??= { kind, name }
}
