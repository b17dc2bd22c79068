import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named } from '../../define/parameters.ts'
import { prepareWrite, runWrite, type PreparedWrite } from './lower/prepare-write.ts'
import { fieldArgs, writeArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.add_or_edit',
  label: 'Add or edit record',
  category: 'database',
  icon: 'file-check',
  help: 'Edits the row that has the value, or adds one when there is none. Returns the row.',
  keywords: ['upsert', 'insert', 'update'],
  target: named('table', 'Table', 'The table to write to.'),
  args: { ...fieldArgs, ...writeArgs },
  result: 'row',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedWrite> = (statement, tools) => prepareWrite('add_or_edit', statement, tools)

export const runPlan: RunPlan<PreparedWrite> = runWrite

export const examples: readonly StatementExample[] = [
  {
    title: 'adds when there is none',
    stack: `db.add_or_edit "user" {
      field_name = "email"
      field_value = "ada@example.com"
      data = {email: "ada@example.com", name: "Ada"}
    } as $x`,
    expect: { id: 1, email: 'ada@example.com', name: 'Ada' },
  },
  {
    title: 'edits the one that is there',
    stack: `db.add "user" {
      data = {email: "ada@example.com", name: "Ada"}
    }
    db.add_or_edit "user" {
      field_name = "email"
      field_value = "ada@example.com"
      data = {name: "Grace"}
    } as $x`,
    expect: { id: 1, email: 'ada@example.com', name: 'Grace' },
  },
]
