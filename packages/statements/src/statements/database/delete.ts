import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named } from '../../define/parameters.ts'
import { prepareRecord, type PreparedRecord } from './lower/prepare-record.ts'
import { fieldArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.del',
  label: 'Delete record',
  category: 'database',
  icon: 'trash-2',
  help: 'Deletes the row that has the value. Nothing happens when there is none.',
  keywords: ['remove', 'row'],
  target: named('table', 'Table', 'The table to look in.'),
  args: fieldArgs,
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedRecord> = (statement, tools) => prepareRecord('del', statement, tools)

export const runPlan: RunPlan<PreparedRecord> = (plan, values, { ports }) => {
  return ports.db.record(plan.record, values[0] ?? null)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'the row is gone',
    stack: `db.add "user" {
      data = {name: "Ada"}
    } as $user
    db.del "user" {
      field_name = "id"
      field_value = $user.id
    }
    db.has "user" {
      field_name = "id"
      field_value = $user.id
    } as $x`,
    expect: false,
  },
  {
    title: 'a row that is not there is no error',
    stack: `db.del "user" {
      field_name = "id"
      field_value = 404
    }
    var $x {
      value = "done"
    }`,
    expect: 'done',
  },
]
