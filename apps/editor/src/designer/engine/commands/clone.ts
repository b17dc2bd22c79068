import { statementAt } from '@cairn/language'
import type { Command } from '../command.ts'
import { addressOf, blockBody, outermost, placeOf, putStatements } from '../places.ts'

/** Repeats statements behind the last of them; the copies are selected. */
export function clone(addresses: readonly string[]): Command {
  return (object) => {
    const ordered = outermost(addresses)
    const last = ordered.at(-1)
    if (last === undefined) return []
    const copies = ordered.flatMap((address) => structuredClone(statementAt(object.body, address)) ?? [])
    const { block, index } = placeOf(last)
    putStatements(blockBody(object, block), index + 1, copies)
    return copies.map((_, offset) => addressOf({ block, index: index + 1 + offset }))
  }
}
