import type { Statement } from '@cairn/language'
import { argumentOf, clausesOf, isOff, statementsIn } from '../infer/statement-parts.ts'
import type { StatementCatalogue } from '../catalogue.ts'
import type { Check } from './check.ts'

/** Statements that no run reaches. */
export const reach: Check = {
  codes: { unreachable_statement: 'warning' },
  block(block, { workspace, report }) {
    const last = block.findIndex(({ statement }) => ends(statement, workspace.catalogue))
    const behind = block[last + 1]
    if (last < 0 || behind === undefined) return
    const { name } = block[last]!.statement
    const message = `This is never reached: the "${name}" above it always ends the stack or the block.`
    report('unreachable_statement', behind.statement.nameSpan, message, 'Remove it, or move it up.')
  },
}

/** Whether nothing behind the statement in its block is reached. */
function ends(statement: Statement, catalogue: StatementCatalogue): boolean {
  if (isOff(statement) || argumentOf(statement, 'mock') !== null) return false
  const definition = catalogue.get(statement.name)?.definition
  if (definition === undefined) return false
  if (definition.ends !== undefined) return true
  const clauses = clausesOf(statement, definition)
  const endsIn = (clause: Statement) =>
    statementsIn(clause.body).some((inner) => ends(inner, catalogue)) &&
    !clause.breaks &&
    !leavesItself(clause, statement)
  if (clauses.some(({ clause, defined }) => defined?.runs === 'always' && endsIn(clause))) return true
  if (!clauses.some(({ defined }) => defined?.runs === 'otherwise')) return false
  return clauses.every(({ clause }) => endsIn(clause))
}

/** A `break` inside a case ends the case alone. */
function leavesItself(clause: Statement, within: Statement): boolean {
  return (
    within.subject !== null && statementsIn(clause.body).some(({ name, body }) => name === 'break' && body === null)
  )
}
