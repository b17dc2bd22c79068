import { attribute, type Expression, type Statement } from '@cairn/language'
import type { Parameter } from '@cairn/statements'
import { nameOf, querySource, unwrap } from '../infer/query-source.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check, Place, Tools } from './check.ts'

/**
 * Tables and functions that the workspace does not have. A workspace without any says nothing about them. An empty name is
 * what is left of a reference to something that was deleted: an export holds such statements, and they fail when reached.
 */
export const names: Check = {
  codes: { unknown_table: 'error', unknown_function: 'error', lost_reference: 'warning' },
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

function table(name: string, at: Place, tools: Tools): void {
  const { tables } = tools.workspace.model
  if (name === '') lost('table', at, tools)
  else if (tables.size > 0 && !tables.has(name)) absent('table', name, at, tables.keys(), tools)
}

function callable(name: string, at: Place, tools: Tools): void {
  const { functions } = tools.workspace.model
  const others = [...functions.keys()].filter((other) => functions.get(other) !== tools.object.item)
  if (name === '') lost('function', at, tools)
  else if (others.length > 0 && !functions.has(name)) absent('function', name, at, others, tools)
}

function lost(kind: 'table' | 'function', at: Place, { report }: Tools): void {
  report('lost_reference', at, `This names no ${kind}; it fails when it is reached.`, `Choose a ${kind}.`)
}

function absent(kind: 'table' | 'function', name: string, at: Place, names: Iterable<string>, { report }: Tools): void {
  const hint = didYouMean(name, names, 'Add it, or name another.')
  report(`unknown_${kind}`, at, `There is no ${kind} "${name}".`, hint)
}

function joins(statement: Statement, tools: Tools): void {
  const at = attribute(statement.body, 'join')?.value
  if (at === undefined || unwrap(at).kind === 'null') return
  for (const join of querySource(statement, tools.workspace.model).joins) table(join.name, at, tools)
}
