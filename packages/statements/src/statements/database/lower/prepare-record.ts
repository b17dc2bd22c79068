import type { Expression, Statement } from '@cairn/language'
import type { PrepareTools } from '../../../define/types.ts'
import type { QueryAddon, RecordPlan } from '../../../ports/database.ts'
import type { PreparedQuery } from './prepare-query.ts'
import { lowerAddons } from './lower-addons.ts'
import { lowerOutput } from './lower-output.ts'
import { lockOf, tableOf } from './lower-query.ts'
import { argumentOf, textOf } from './read-tree.ts'

/** One row found by one field; its value arrives in slot 0. */
export interface PreparedRecord {
  record: RecordPlan
  /** The same as a query, when an addon needs values of the stack. */
  query: PreparedQuery['query'] | null
}

/** Lowers `db.get`, `db.has` and `db.del`. */
export function prepareRecord(kind: RecordPlan['kind'], statement: Statement, tools: PrepareTools): PreparedRecord {
  tools.slot(fieldValueOf(statement, tools))
  const record: RecordPlan = {
    kind,
    table: tableOf(statement, tools.fail),
    field: fieldOf(statement, tools),
    output: lowerOutput(argumentOf(statement, 'output'), tools.fail),
    addons: lowerAddons(argumentOf(statement, 'addon'), { slot: tools.slot, fail: tools.fail, list: false }),
    lock: lockOf(statement, tools.fail),
  }
  return { record, query: record.addons.some(needsValues) ? asQuery(record) : null }
}

/** The name of the field that finds a row. */
export function fieldOf(statement: Statement, tools: PrepareTools): string {
  const written = argumentOf(statement, 'field_name')
  const name = textOf(written)
  if (name !== null && name !== '') return name
  if (written === null) return tools.fail('missing_argument', `${statement.name} needs field_name.`, statement)
  return tools.fail('computed_field', 'field_name must be written as text; it cannot be computed.', written)
}

/** The value that finds a row. */
export function fieldValueOf(statement: Statement, tools: PrepareTools): Expression {
  const written = argumentOf(statement, 'field_value')
  return written ?? tools.fail('missing_argument', `${statement.name} needs field_value.`, statement)
}

function needsValues(addon: QueryAddon): boolean {
  return Object.values(addon.input).some((input) => input.kind === 'value') || addon.addons.some(needsValues)
}

function asQuery(record: RecordPlan): PreparedQuery['query'] {
  return {
    kind: 'query',
    table: record.table,
    where: {
      kind: 'compare',
      operator: '==',
      ignoreNull: false,
      left: { kind: 'column', table: record.table, column: record.field, path: [] },
      right: { kind: 'value', slot: 0 },
    },
    additionalWhere: null,
    joins: [],
    evals: [],
    sort: [],
    overrideSort: null,
    return: { type: 'single' },
    output: record.output,
    addons: record.addons,
    lock: record.lock,
  }
}
