import type { Statement } from '@cairn/language'
import type { StatementInfo } from '../../definitions/definitions.ts'
import { binding, body, invalid, statementNode, text, variable } from './nodes.ts'
import { freshName } from './variables.ts'

/**
 * A statement as the picker puts it into an object: with the blocks it must have, a name for its result and its
 * parentheses empty, to be filled in the inspector.
 */
export function newStatement(info: StatementInfo, object: Statement): Statement {
  const required = Object.entries(info.clauses ?? {}).filter(([, clause]) => clause.optional !== true)
  const blocks = required.map(([name]) => newClause(name, info, object))
  const targetName = info.target?.kind === 'variable' ? freshName(object, 'x') : null
  return statementNode(info.name, {
    target: info.target === undefined ? null : targetName === null ? text('') : variable(targetName),
    subject: info.subject === undefined ? null : invalid(''),
    condition: info.condition === undefined ? null : invalid(''),
    body: { ...body(), items: blocks },
    as: info.result === undefined ? null : binding(freshName(object, resultName(info.name))),
  })
}

/** Clauses whose parentheses hold what decides about them. */
const ASKING: ReadonlySet<string> = new Set(['if', 'elseif', 'case'])

/** A clause as it is added to a statement: `elseif () {}`, `each as $item {}` (a condition has no element), `case () {} break`. */
export function newClause(name: string, info: StatementInfo, object: Statement): Statement {
  const bound = name === 'each' && info.subject?.type !== 'bool'
  return statementNode(name, {
    subject: ASKING.has(name) ? invalid('') : null,
    body: body(),
    as: bound ? binding(freshName(object, 'item')) : null,
    breaks: name === 'case',
  })
}

/** `security.create_auth_token` → `auth_token`, `db.get` → `get`. */
const resultName = (name: string): string => (name.split('.').at(-1) ?? name).replace(/^(?:create|get|to)_/, '')
