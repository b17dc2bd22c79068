import { literalValue, type Attribute, type Body, type Expression, type Statement } from '@cairn/language'
import type { ClauseDefinition, StatementDefinition } from '@cairn/statements'

export interface WrittenClause {
  clause: Statement
  /** Null for a clause that the statement does not have. */
  defined: ClauseDefinition | null
}

/** The statements of a body, in order. */
export function statementsIn(body: Body | null): Statement[] {
  return (body?.items ?? []).filter((item) => item.kind === 'statement')
}

/** The blocks of a statement that are not switched off. Of a statement nobody knows, every block may be one. */
export function clausesOf(statement: Statement, definition: StatementDefinition | undefined): WrittenClause[] {
  return statementsIn(statement.body)
    .filter((clause) => !clause.disabled)
    .map((clause) => ({ clause, defined: definition?.clauses?.[clause.name] ?? null }))
}

/** The attributes of a body that are not switched off. */
export function attributesOf(body: Body | null): Attribute[] {
  return (body?.items ?? []).filter((item): item is Attribute => item.kind === 'attribute' && !item.disabled)
}

/** The value of an argument as written, or null. */
export function argumentOf(statement: Statement, name: string): Expression | null {
  return attributesOf(statement.body).findLast((item) => item.name === name)?.value ?? null
}

/** Whether a statement is switched off, by `!` or by `disabled = true`. */
export function isOff(statement: Statement): boolean {
  if (statement.disabled) return true
  const written = argumentOf(statement, 'disabled')
  return written !== null && literalValue(written).value === true
}
