import type { Command } from '../command.ts'
import { body, statementNode } from '../nodes.ts'
import { addressOf, blockBody, outermost, placeOf, putStatements, takeStatement } from '../places.ts'
import { standing } from './move.ts'

/** Puts statements into a `group` where the first of them stood. */
export function group(addresses: readonly string[]): Command {
  return (object) => {
    const ordered = outermost(addresses)
    const [first] = ordered
    if (first === undefined) return []
    const place = placeOf(first)
    const inside = standing(object, ordered)
    for (const { statement, within } of inside) takeStatement(within, statement)
    const stack = statementNode('stack', { body: { ...body(), items: inside.map(({ statement }) => statement) } })
    const made = statementNode('group', { body: { ...body(), items: [stack] } })
    putStatements(blockBody(object, place.block), place.index, [made])
    return [addressOf(place)]
  }
}
