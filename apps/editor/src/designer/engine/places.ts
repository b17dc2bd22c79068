import { clauseAt, type Body, type Item, type Statement } from '@cairn/language'
import { statementsOf } from './document.ts'
import { body } from './nodes.ts'

/** Where a statement stands or will stand: `stack.2.then` and its number there. */
export interface Place {
  block: string
  index: number
}

/** The place of a statement's address: `stack.2.then.0` is number 0 of `stack.2.then`. */
export function placeOf(address: string): Place {
  const dot = address.lastIndexOf('.')
  return { block: address.slice(0, dot), index: Number(address.slice(dot + 1)) }
}

export const addressOf = ({ block, index }: Place): string => `${block}.${index}`

/** The body of a block; one without braces gets them. Throws when there is no such block. */
export function blockBody(object: Statement, block: string): Body {
  const clause = clauseAt(object.body, block)
  if (clause === null) throw new Error(`There is no block ${block}.`)
  return (clause.body ??= body())
}

/** Puts statements before the n-th statement of a body, behind its last one when there are fewer. */
export function putStatements(into: Body, index: number, added: readonly Statement[]): void {
  const before = statementsOf(into)[index]
  const at = before === undefined ? into.items.length : into.items.indexOf(before)
  into.items.splice(at, 0, ...added)
}

/** Takes a statement out of its body. */
export function takeStatement(from: Body, statement: Item): void {
  from.items.splice(from.items.indexOf(statement), 1)
}

/** In the order of the text: by the numbers of their steps, a block before its parts. */
export function compareAddresses(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (const [index, step] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (step === other) continue
    return /^\d+$/.test(step) && /^\d+$/.test(other) ? Number(step) - Number(other) : step < other ? -1 : 1
  }
  return left.length - right.length
}

/** Without those that stand inside another of them. */
export function outermost(addresses: readonly string[]): string[] {
  return addresses
    .filter((address) => !addresses.some((other) => address.startsWith(`${other}.`)))
    .toSorted(compareAddresses)
}
