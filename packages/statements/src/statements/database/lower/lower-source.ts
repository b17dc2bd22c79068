import type { Expression, ObjectLiteral } from '@cairn/language'
import type { QueryJoin } from '../../../ports/database.ts'
import { lowerCondition } from './lower-expression.ts'
import { bare, entryOf, textOf } from './read-tree.ts'
import type { Fail, JoinName, Scope } from './scope.ts'

interface WrittenJoin extends JoinName {
  type: QueryJoin['type']
  where: Expression | null
}

/** The joins of `join = { alias: { table, type, where } }`, their conditions still trees. */
export function readJoins(expression: Expression | null, fail: Fail): WrittenJoin[] {
  if (expression === null) return []
  const inner = bare(expression)
  if (inner.kind === 'object') {
    return inner.entries.flatMap((entry) => {
      if (entry.kind !== 'entry') return fail('unreadable_join', 'A join is written alias: {table: …}.', entry)
      return entry.disabled ? [] : [readJoin(entry.key, entry.value, fail)]
    })
  }
  if (inner.kind === 'array') return inner.elements.map((element) => readJoin(null, element, fail))
  return fail('unreadable_join', 'Joins are written {alias: {table: "…", where: …}}.', expression)
}

function readJoin(alias: string | null, expression: Expression, fail: Fail): WrittenJoin {
  const inner = bare(expression)
  if (inner.kind !== 'object') return fail('unreadable_join', 'A join is an object with table and where.', expression)
  const table = textOf(entryOf(inner, 'table')) ?? alias
  if (table === null) return fail('unreadable_join', 'A join must name its table.', expression)
  return {
    alias: alias ?? textOf(entryOf(inner, 'alias', 'as')) ?? table,
    table,
    type: readType(inner, fail),
    where: entryOf(inner, 'where', 'on'),
  }
}

function readType(join: ObjectLiteral, fail: Fail): QueryJoin['type'] {
  const written = entryOf(join, 'type')
  if (written === null) return 'inner'
  const type = textOf(written)?.toLowerCase()
  if (type === 'inner' || type === 'left' || type === 'right') return type
  return fail('unreadable_join', 'The type of a join is inner, left or right.', written)
}

/** A join with its condition as a node. */
export function lowerJoin(join: WrittenJoin, scope: Scope): QueryJoin {
  const { alias, table, type } = join
  return { alias, table, type, where: join.where === null ? null : lowerCondition(join.where, scope) }
}
