import { attribute, type Expression, type Statement } from '@cairn/language'
import type { Parameter } from '@cairn/statements'
import { nameOf, querySource, unwrap } from '../infer/query-source.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check, Place, Tools } from './check.ts'

/** Tables and functions that the workspace does not have. A workspace without any says nothing about them. */
export const names: Check = {
  codes: { unknown_table: 'error', unknown_function: 'error' },
  object(tools) {
    const { item } = tools.object
    if (item.kind !== 'query' || item.auth === null) return
    table(item.auth, attribute(item.statement.body, 'auth')?.value ?? item.statement.nameSpan, tools)
  },
  statement({ statement, definition }, tools) {
    if (definition === undefined) return
    named(definition.target, statement.target, tools)
    for (const [name, parameter] of Object.entries(definition.args)) {
      named(parameter, attribute(statement.body, name)?.value ?? null, tools)
    }
    if (definition.target?.kind === 'table') joins(statement, tools)
  },
}

function named(parameter: Parameter | undefined, written: Expression | null, tools: Tools): void {
  const name = nameOf(written)
  if (written === null || name === null) return
  if (parameter?.kind === 'table') table(name, written, tools)
  if (parameter?.kind === 'function') callable(name, written, tools)
}

function table(name: string, at: Place, { workspace, report }: Tools): void {
  const { tables } = workspace.model
  if (tables.size === 0 || tables.has(name)) return
  report(
    'unknown_table',
    at,
    `There is no table "${name}".`,
    didYouMean(name, tables.keys(), 'Add it, or name another.'),
  )
}

function callable(name: string, at: Place, { workspace, report }: Tools): void {
  const { functions } = workspace.model
  if (functions.size === 0 || functions.has(name)) return
  const hint = didYouMean(name, functions.keys(), 'Add it, or name another.')
  report('unknown_function', at, `There is no function "${name}".`, hint)
}

function joins(statement: Statement, tools: Tools): void {
  const at = attribute(statement.body, 'join')?.value
  if (at === undefined || unwrap(at).kind === 'null') return
  for (const join of querySource(statement, tools.workspace.model).joins) table(join.name, at, tools)
}
