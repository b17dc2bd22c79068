import type { Expression, Statement } from '@cairn/language'
import type { PrepareTools, RunContext } from '../../../define/types.ts'
import type { BulkPlan } from '../../../ports/database.ts'
import type { Value } from '../../../values/value.ts'
import { lowerWhere, scopeOf } from './lower-query.ts'
import { stackValues, withTruths } from './prepare-query.ts'
import { argumentOf, switchOf } from './read-tree.ts'

/** A write to many rows. `items` is a slot: a list of rows, or one object for the rows that `where` finds. */
export interface PreparedBulk {
  bulk: BulkPlan
  itemsSlot: number | null
  truths: readonly number[]
}

/** Lowers the `db.bulk.*` statements. */
export function prepareBulk(kind: BulkPlan['kind'], statement: Statement, tools: PrepareTools): PreparedBulk {
  const { source, truths } = stackValues(tools)
  const scope = scopeOf(statement, source)
  const where = lowerWhere(argumentOf(statement, 'where'), scope)
  const allowId = switchOf(argumentOf(statement, 'allow_id_field'))
  if (allowId === null) tools.fail('computed_setting', 'allow_id_field must be written as true or false.', statement)
  if (kind === 'bulk.delete' && where === null) {
    tools.fail('missing_argument', 'db.bulk.delete needs where; db.truncate deletes every row.', statement)
  }
  const bulk: BulkPlan = { kind, table: scope.table, allowId: allowId === true, where }
  return { bulk, itemsSlot: kind === 'bulk.delete' ? null : tools.slot(itemsOf(statement, tools)), truths }
}

/** Gives a prepared bulk write its values. */
export function runBulk(plan: PreparedBulk, values: readonly Value[], context: RunContext): Promise<Value> {
  const items = plan.itemsSlot === null ? null : (values[plan.itemsSlot] ?? null)
  return context.ports.db.bulk(plan.bulk, items, withTruths(values, plan.truths))
}

function itemsOf(statement: Statement, tools: PrepareTools): Expression {
  const written = argumentOf(statement, 'items') ?? argumentOf(statement, 'data')
  return written ?? tools.fail('missing_argument', `${statement.name} needs items.`, statement)
}
