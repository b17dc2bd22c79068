import { clauseAt, clauses, statementAt, type Statement } from '@cairn/language'
import type { Command } from '../command.ts'
import { body } from '../nodes.ts'
import { takeStatement } from '../places.ts'
import { ownerOf } from './move.ts'

/** Adds a clause to a statement: behind the last one of its name or of those that come before it. */
export function addClause(address: string, clause: Statement, order: readonly string[]): Command {
  return (object) => {
    const statement = statementAt(object.body, address)
    if (statement === null) return []
    const within = (statement.body ??= body())
    const earlier = order.slice(0, order.indexOf(clause.name) + 1)
    const last = within.items.findLastIndex((item) => item.kind === 'statement' && earlier.includes(item.name))
    within.items.splice(last < 0 ? within.items.length : last + 1, 0, clause)
    const step = clauses(within).find((found) => found.clause === clause)?.step
    return [step === undefined ? address : `${address}.${step}`]
  }
}

/** Takes a clause out with all that is in it; its statement is selected. */
export function removeClause(block: string): Command {
  return (object) => {
    const owner = ownerOf(block)
    const clause = clauseAt(object.body, block)
    const within = owner === null ? null : statementAt(object.body, owner)?.body
    if (owner === null || clause === null || !within) return []
    takeStatement(within, clause)
    return [owner]
  }
}
