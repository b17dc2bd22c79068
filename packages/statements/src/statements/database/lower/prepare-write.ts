import { keyExpression, type Expression, type Statement } from '@cairn/language'
import type { PrepareTools, RunContext } from '../../../define/types.ts'
import type { WritePlan } from '../../../ports/database.ts'
import type { Value } from '../../../values/value.ts'
import { lowerAddons } from './lower-addons.ts'
import { lowerOutput } from './lower-output.ts'
import { tableOf } from './lower-query.ts'
import { fieldOf, fieldValueOf } from './prepare-record.ts'
import { argumentOf, bare } from './read-tree.ts'

/** A write. Slots: the data first (by column, or one object), then what addons need; `fieldSlot` finds the row. */
export interface PreparedWrite {
  write: WritePlan
  fieldSlot: number | null
}

/** Lowers `db.add`, `db.edit`, `db.patch` and `db.add_or_edit`. */
export function prepareWrite(kind: WritePlan['kind'], statement: Statement, tools: PrepareTools): PreparedWrite {
  const columns = lowerData(statement, tools)
  const write: WritePlan = {
    kind,
    table: tableOf(statement, tools.fail),
    field: kind === 'add' ? null : fieldOf(statement, tools),
    columns,
    output: lowerOutput(argumentOf(statement, 'output'), tools.fail),
    addons: lowerAddons(argumentOf(statement, 'addon'), { slot: tools.slot, fail: tools.fail, list: false }),
  }
  return { write, fieldSlot: kind === 'add' ? null : tools.slot(fieldValueOf(statement, tools)) }
}

/** Gives a prepared write its values. */
export function runWrite(plan: PreparedWrite, values: readonly Value[], context: RunContext): Promise<Value> {
  const fieldValue = plan.fieldSlot === null ? null : (values[plan.fieldSlot] ?? null)
  return context.ports.db.write(plan.write, fieldValue, values)
}

/** Registers the data's values; the names of the columns, or null when the data is one computed object. */
function lowerData(statement: Statement, tools: PrepareTools): string[] | null {
  const data = argumentOf(statement, 'data')
  if (data === null)
    return statement.name === 'db.add' ? [] : tools.fail('missing_argument', `${statement.name} needs data.`, statement)
  const entries = entriesOf(data)
  if (entries === null) {
    tools.slot(data)
    return null
  }
  for (const [, value] of entries) tools.slot(value)
  return entries.map(([name]) => name)
}

/** The members of an object literal without spreads or computed keys; the last of a repeated name counts. */
function entriesOf(data: Expression): [string, Expression][] | null {
  const inner = bare(data)
  if (inner.kind !== 'object') return null
  const entries = new Map<string, Expression>()
  for (const entry of inner.entries) {
    if (entry.kind !== 'entry') return null
    if (keyExpression(entry) !== null) return null
    if (!entry.disabled) entries.set(entry.key, entry.value)
  }
  return [...entries]
}
