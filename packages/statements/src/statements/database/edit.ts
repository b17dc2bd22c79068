import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named } from '../../define/parameters.ts'
import { prepareWrite, runWrite, type PreparedWrite } from './lower/prepare-write.ts'
import { fieldArgs, writeArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.edit',
  label: 'Edit record',
  category: 'database',
  icon: 'file-pen',
  help: 'Changes the listed columns of one row and returns it.',
  keywords: ['update', 'change', 'row'],
  target: named('table', 'Table', 'The table to write to.'),
  args: { ...fieldArgs, ...writeArgs },
  result: 'row',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedWrite> = (statement, tools) => prepareWrite('edit', statement, tools)

export const runPlan: RunPlan<PreparedWrite> = runWrite

export const examples: readonly StatementExample[] = [
  {
    title: 'changes only what is listed',
    stack: `db.add "user" {
      data = {name: "Ada", role: "owner"}
    } as $user
    db.edit "user" {
      field_name = "id"
      field_value = $user.id
      data = {name: "Grace"}
    } as $x`,
    expect: { id: 1, name: 'Grace', role: 'owner' },
  },
  {
    title: 'a column can be emptied',
    stack: `db.add "user" {
      data = {name: "Ada"}
    } as $user
    db.edit "user" {
      field_name = "id"
      field_value = $user.id
      data = {name: null}
    } as $x`,
    expect: { id: 1, name: null },
  },
]
