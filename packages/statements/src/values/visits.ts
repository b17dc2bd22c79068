import { StackError } from './error.ts'

const most = 1_000_000

/**
 * Counts the members that one operation goes through. A value holds its parts by reference, so that forty lines can make
 * one of a million million members: what goes through all of them has to stop.
 */
export class Visits {
  private left = most

  /** Throws `value_too_large` when the operation has gone through too many. */
  count(members: number): void {
    this.left -= members
    if (this.left >= 0) return
    throw new StackError('standard', 'value_too_large', `The value has more than ${most} members, with all it holds.`, {
      hint: 'Work on a part of it.',
    })
  }
}
