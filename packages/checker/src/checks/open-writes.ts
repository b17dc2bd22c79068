import type { Body, Statement } from '@cairn/language'
import type { StatementDefinition } from '@cairn/statements'
import { nameOf } from '../infer/query-source.ts'
import { clausesOf, isOff, statementsIn } from '../infer/statement-parts.ts'
import type { WorkspaceTypes } from '../infer/workspace-types.ts'
import type { Check } from './check.ts'

const GIVES_TOKEN = 'security.create_auth_token'

/**
 * An endpoint that anybody may call and that changes rows, by itself or in a function that it calls. One that gives a
 * token is a way in, such as a sign-up: who comes to it can not have one yet.
 */
export const openWrites: Check = {
  codes: { open_write: 'warning' },
  object({ workspace, object: { item, stack }, report }) {
    if (item.kind !== 'query' || item.auth !== null || !item.active) return
    const found = first(stack, workspace, ({ writes }) => writes === true)
    if (found === null || first(stack, workspace, ({ name }) => name === GIVES_TOKEN) !== null) return
    const message = `Anybody can call this endpoint, and it changes rows (${found.name}).`
    report('open_write', item.statement.nameSpan, message, 'Set auth, unless it is meant to be open.')
  },
}

type Wanted = (definition: StatementDefinition) => boolean

/** The first statement of a kind that a stack reaches, in blocks and in functions that it calls. */
function first(
  body: Body | null,
  workspace: WorkspaceTypes,
  wanted: Wanted,
  seen: Set<string> = new Set(),
): Statement | null {
  for (const statement of statementsIn(body)) {
    if (isOff(statement)) continue
    const definition = workspace.catalogue.get(statement.name)?.definition
    if (definition !== undefined && wanted(definition)) return statement
    const called = definition?.target?.kind === 'function' ? nameOf(statement.target) : null
    const inside = called === null ? null : inFunction(called, workspace, wanted, seen)
    const within =
      inside ??
      clausesOf(statement, definition)
        .map(({ clause }) => first(clause.body, workspace, wanted, seen))
        .find((found) => found !== null)
    if (within != null) return within
  }
  return null
}

function inFunction(name: string, workspace: WorkspaceTypes, wanted: Wanted, seen: Set<string>): Statement | null {
  if (seen.has(name)) return null
  seen.add(name)
  return first(workspace.model.functions.get(name)?.stack ?? null, workspace, wanted, seen)
}
