import { StackError } from './error.ts'
import type { Value } from './value.ts'

/**
 * Counts the members that one operation goes through. A value holds its parts by reference, so that forty lines can make
 * one of a million million members: what goes through all of them has to stop.
 */
export class Visits {
  private readonly most: number
  private left: number

  constructor(most = 1_000_000) {
    this.most = most
    this.left = most
  }

  /** Throws `value_too_large` when the operation has gone through too many. */
  count(members: number): void {
    this.left -= members
    if (this.left >= 0) return
    throw new StackError(
      'standard',
      'value_too_large',
      `The value has more than ${this.most} members, with all it holds.`,
      { hint: 'Work on a part of it.' },
    )
  }
}

/** Throws `value_too_large` for a value that has more members than may be written out. */
export function checkWhole(value: Value, most = 5_000_000): void {
  if (typeof value === 'object' && value !== null) visitAll(value, new Visits(most))
}

function visitAll(container: object, visits: Visits): void {
  if (Array.isArray(container)) {
    visits.count(container.length)
    for (const item of container) visitHeld(item, visits)
    return
  }
  // A list of the members first would cost as much as writing them. Values inherit nothing that is enumerable.
  for (const name in container) {
    visits.count(1)
    visitHeld((container as Record<string, unknown>)[name], visits)
  }
}

function visitHeld(item: unknown, visits: Visits): void {
  if (typeof item === 'object' && item !== null) visitAll(item, visits)
}
