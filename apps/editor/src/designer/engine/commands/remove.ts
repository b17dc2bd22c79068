import { statementAt } from '@cairn/language'
import type { Command } from '../command.ts'
import { statementsOf } from '../document.ts'
import { addressOf, blockBody, outermost, placeOf, takeStatement } from '../places.ts'

/** Deletes statements with all that is in them; what follows the first of them is selected, else what stood before it. */
export function remove(addresses: readonly string[]): Command {
  return (object) => {
    const ordered = outermost(addresses)
    for (const address of ordered.toReversed()) {
      const statement = statementAt(object.body, address)
      if (statement !== null) takeStatement(blockBody(object, placeOf(address).block), statement)
    }
    const [first] = ordered
    if (first === undefined) return []
    const { block, index } = placeOf(first)
    const left = statementsOf(blockBody(object, block)).length
    return left === 0 ? [] : [addressOf({ block, index: Math.min(index, left - 1) })]
  }
}
