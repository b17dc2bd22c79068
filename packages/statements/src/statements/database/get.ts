import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { clause, named } from '../../define/parameters.ts'
import { prepareRecord, type PreparedRecord } from './lower/prepare-record.ts'
import { fieldArgs, outputArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.get',
  label: 'Get record',
  category: 'database',
  icon: 'file-search',
  help: 'Reads one row, found by the value of one column. Null when there is none.',
  keywords: ['read', 'find', 'row', 'single'],
  target: named('table', 'Table', 'The table to look in.'),
  args: {
    ...fieldArgs,
    ...outputArgs,
    lock: clause('bool', 'Lock', 'Keeps others from changing the row until the transaction ends.', 'switch'),
  },
  result: 'row',
  needs: ['db'],
}

export const prepare: Prepare<PreparedRecord> = (statement, tools) => prepareRecord('get', statement, tools)

export const runPlan: RunPlan<PreparedRecord> = (plan, values, { ports }) => {
  if (plan.query !== null) return ports.db.query(plan.query, values)
  return ports.db.record(plan.record, values[0] ?? null)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a row by its id',
    stack: `db.add "user" {
      data = {name: "Ada"}
    } as $added
    db.get "user" {
      field_name = "id"
      field_value = $added.id
    } as $user
    var $x {
      value = $user.name
    }`,
    expect: 'Ada',
  },
  {
    title: 'null when no row has the value',
    stack: `db.get "user" {
      field_name = "email"
      field_value = "nobody@example.com"
    } as $x`,
    expect: null,
  },
]
