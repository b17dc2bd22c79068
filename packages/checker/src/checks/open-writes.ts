import type { Body, Statement } from '@cairn/language'
import { nameOf } from '../infer/query-source.ts'
import { clausesOf, isOff, statementsIn } from '../infer/statement-parts.ts'
import type { WorkspaceTypes } from '../infer/workspace-types.ts'
import type { Check } from './check.ts'

/** An endpoint that anybody may call and that changes rows, by itself or in a function that it calls. */
export const openWrites: Check = {
  codes: { open_write: 'warning' },
  object({ workspace, object: { item, stack }, report }) {
    if (item.kind !== 'query' || item.auth !== null || !item.active) return
    const found = firstWrite(stack, workspace, new Set())
    if (found === null) return
    const message = `Anybody can call this endpoint, and it changes rows (${found.name}).`
    report('open_write', item.statement.nameSpan, message, 'Set auth, unless it is meant to be open.')
  },
}

function firstWrite(body: Body | null, workspace: WorkspaceTypes, seen: Set<string>): Statement | null {
  for (const statement of statementsIn(body)) {
    if (isOff(statement)) continue
    const definition = workspace.catalogue.get(statement.name)?.definition
    if (definition?.writes === true) return statement
    const called = definition?.target?.kind === 'function' ? nameOf(statement.target) : null
    const inside = called === null ? null : writeInFunction(called, workspace, seen)
    const within =
      inside ??
      clausesOf(statement, definition)
        .map(({ clause }) => firstWrite(clause.body, workspace, seen))
        .find((write) => write !== null)
    if (within != null) return within
  }
  return null
}

function writeInFunction(name: string, workspace: WorkspaceTypes, seen: Set<string>): Statement | null {
  if (seen.has(name)) return null
  seen.add(name)
  return firstWrite(workspace.model.functions.get(name)?.stack ?? null, workspace, seen)
}
