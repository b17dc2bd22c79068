import type { Statement } from '@cairn/language'
import type { Command } from '../command.ts'
import { addressOf, blockBody, putStatements, type Place } from '../places.ts'

/** Puts statements in a place; they are selected. */
export function insert(place: Place, statements: readonly Statement[]): Command {
  return (object) => {
    putStatements(blockBody(object, place.block), place.index, structuredClone(statements))
    return statements.map((_, offset) => addressOf({ block: place.block, index: place.index + offset }))
  }
}
