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
  if (typeof value === 'object' && value !== null) new Measure(most).add(value)
}

/** Members after which parts are remembered: until then, looking them up would cost more than going through them. */
const unremembered = 50_000
/** Members of a part that is worth being remembered. */
const large = 64

/** Counts all members of a value. A part that is held many times is gone through once, so that this stays quick. */
class Measure extends Visits {
  private sizes: Map<object, number> | null = null
  private counted = 0

  /** Counts the members of a container. */
  add(container: object): void {
    if (this.counted < unremembered) return this.addMembers(container)
    this.sizes ??= new Map()
    const known = this.sizes.get(container)
    if (known !== undefined) return this.count(known)
    const before = this.counted
    this.addMembers(container)
    const size = this.counted - before
    if (size >= large) this.sizes.set(container, size)
  }

  private addMembers(container: object): void {
    if (Array.isArray(container)) {
      this.count(container.length)
      for (const item of container) this.addHeld(item)
      return
    }
    // A list of the members first would cost as much as writing them. Values inherit nothing that is enumerable.
    for (const name in container) {
      this.count(1)
      this.addHeld((container as Record<string, unknown>)[name])
    }
  }

  private addHeld(item: unknown): void {
    if (typeof item === 'object' && item !== null) this.add(item)
  }

  override count(members: number): void {
    this.counted += members
    super.count(members)
  }
}

/** Whether a value has more members than that, with all it holds; goes through no more of them. */
export function isLarger(value: Value, most: number): boolean {
  return leftOf(value, most) < 0
}

/** Levels that are gone down to. */
const deepest = 1000

/** What is left of `most` behind all members of a value; below 0 when there are more. */
export function leftOf(value: unknown, most: number, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > deepest) return most
  let left = most
  if (Array.isArray(value)) {
    left -= value.length
    for (let at = 0; at < value.length && left >= 0; at++) left = leftOf(value[at], left, depth + 1)
    return left
  }
  for (const name in value) {
    left = leftOf((value as Record<string, unknown>)[name], left - 1, depth + 1)
    if (left < 0) break
  }
  return left
}
