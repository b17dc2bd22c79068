import { statementAt, statements, type Body, type Statement } from '@cairn/language'
import type { Command } from '../command.ts'
import { statementsOf } from '../document.ts'
import { addressOf, blockBody, outermost, placeOf, putStatements, takeStatement, type Place } from '../places.ts'

interface Standing {
  statement: Statement
  within: Body
}

/** Statements with the bodies they stand in, found before anything moves. */
export function standing(object: Statement, addresses: readonly string[]): Standing[] {
  return addresses.flatMap((address) => {
    const statement = statementAt(object.body, address)
    return statement === null ? [] : [{ statement, within: blockBody(object, placeOf(address).block) }]
  })
}

/** Moves statements to a place, also into or out of a block. A block never moves into itself: then nothing changes. */
export function move(addresses: readonly string[], place: Place): Command {
  return (object) => {
    const ordered = outermost(addresses)
    if (ordered.some((address) => place.block.startsWith(`${address}.`))) return ordered
    const target = blockBody(object, place.block)
    const moved = standing(object, ordered)
    const isMoved = (statement: Statement) => moved.some((entry) => entry.statement === statement)
    const next = statementsOf(target)
      .slice(place.index)
      .find((statement) => !isMoved(statement))
    for (const { statement, within } of moved) takeStatement(within, statement)
    const index = next === undefined ? Infinity : statementsOf(target).indexOf(next)
    putStatements(
      target,
      index,
      moved.map(({ statement }) => statement),
    )
    return [...statements(object.body)].filter(({ statement }) => isMoved(statement)).map(({ address }) => address)
  }
}

/** Moves neighbours one up (-1) or down (1) in their block; at its end, out of it. */
export function moveBy(addresses: readonly string[], step: -1 | 1): Command {
  return (object) => {
    const ordered = outermost(addresses)
    const edge = step === -1 ? ordered[0] : ordered.at(-1)
    if (edge === undefined) return []
    const { block, index } = placeOf(edge)
    const wanted = step === -1 ? index - 1 : index + 2
    const length = statementsOf(blockBody(object, block)).length
    if (wanted >= 0 && wanted <= length) return move(ordered, { block, index: wanted })(object)
    const outer = outerPlace(block)
    if (outer === null) return ordered
    return move(ordered, { block: outer.block, index: step === -1 ? outer.index : outer.index + 1 })(object)
  }
}

/** The place of the statement that a block belongs to; null for a block of the object itself. */
function outerPlace(block: string): Place | null {
  const owner = ownerOf(block)
  return owner === null ? null : placeOf(owner)
}

/** The address of the statement a block belongs to: `stack.2.elseif.0` → `stack.2`; null for a block of the object. */
export function ownerOf(block: string): string | null {
  const owner = block.replace(/\.[a-z_]+(?:\.\d+)?$/, '')
  return owner === block || !owner.includes('.') ? null : addressOf(placeOf(owner))
}
