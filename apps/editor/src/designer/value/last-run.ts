import { literalValue, statementAt, type Expression, type Statement } from '@cairn/language'
import type { OwnStep } from '../../trace/engine/own-steps.ts'

/** The last run of a draft: what it was given, and what its steps did. */
export interface LastRun {
  /** The object as it was then. */
  object: Statement
  input: unknown
  result: unknown
  steps: readonly OwnStep[]
}

/** An argument of a statement. `sets`: the variable that holds its value afterwards. */
export interface Argument {
  name: string
  sets: string | null
}

/** A value that was seen; null where none was. */
export type Seen = { value: unknown } | null

/**
 * What an expression of the statement at `address` was in the last run: a name as it stood before the statement, an
 * argument as it was evaluated. `argument`: where the expression is all of one. The response has address ''.
 */
export function seenIn(run: LastRun, address: string, expression: Expression, argument: Argument | null): Seen {
  const own = run.steps
  const at = address === '' ? own.length : own.findLastIndex((step) => step.address === address)
  if (at < 0) return null
  const path = pathOf(expression)
  if (path !== null)
    return atPath(path.root === 'input' ? { input: run.input } : variablesBefore(own, at, address), path)
  if (argument === null) return null
  const step = own[at]
  return (
    memberOf(step?.args, argument.name) ?? (argument.sets === null ? null : memberOf(step?.variables, argument.sets))
  )
}

/** Whether a statement is still the one that ran. */
export const stillThere = (run: LastRun, address: string, statement: Statement | null): boolean =>
  address === '' || statementAt(run.object.body, address)?.name === statement?.name

/** The variables before a step began. What a block around it changed is known by the steps inside. */
function variablesBefore(own: readonly OwnStep[], at: number, address: string): Record<string, unknown> {
  const ended = own.slice(0, at).filter((step) => !address.startsWith(`${step.address}.`))
  return Object.assign({}, ...ended.map(({ variables }) => variables)) as Record<string, unknown>
}

interface Path {
  root: string
  keys: string[]
}

/** `$user.name[0]` as a path; null for what is no name. */
function pathOf(expression: Expression): Path | null {
  if (expression.kind === 'variable') return { root: expression.name, keys: [] }
  if (expression.kind !== 'member' && expression.kind !== 'index') return null
  const inner = pathOf(expression.object)
  if (inner === null) return null
  if (expression.kind === 'member') return { ...inner, keys: [...inner.keys, expression.key] }
  const { known, value } = literalValue(expression.index)
  const isKey = known && (typeof value === 'string' || typeof value === 'number')
  return isKey ? { ...inner, keys: [...inner.keys, String(value)] } : null
}

const atPath = (from: unknown, { root, keys }: Path): Seen =>
  [root, ...keys].reduce<Seen>((seen, key) => (seen === null ? null : memberOf(seen.value, key)), { value: from })

function memberOf(value: unknown, key: string): Seen {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
  return { value: Object.entries(value).find(([name]) => name === key)?.[1] as unknown }
}
