import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named } from '../../define/parameters.ts'
import { prepareRecord, type PreparedRecord } from './lower/prepare-record.ts'
import { fieldArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.has',
  label: 'Has record',
  category: 'database',
  icon: 'circle-help',
  help: 'Whether a row with that value exists.',
  keywords: ['exists', 'check'],
  target: named('table', 'Table', 'The table to look in.'),
  args: fieldArgs,
  result: 'bool',
  needs: ['db'],
}

export const prepare: Prepare<PreparedRecord> = (statement, tools) => prepareRecord('has', statement, tools)

export const runPlan: RunPlan<PreparedRecord> = (plan, values, { ports }) => {
  return ports.db.record(plan.record, values[0] ?? null)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'true when a row has the value',
    stack: `db.add "user" {
      data = {email: "ada@example.com"}
    }
    db.has "user" {
      field_name = "email"
      field_value = "ada@example.com"
    } as $x`,
    expect: true,
  },
  {
    title: 'false when none has',
    stack: `db.has "user" {
      field_name = "id"
      field_value = 404
    } as $x`,
    expect: false,
  },
]
