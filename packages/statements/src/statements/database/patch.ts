import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named } from '../../define/parameters.ts'
import { prepareWrite, runWrite, type PreparedWrite } from './lower/prepare-write.ts'
import { fieldArgs, writeArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.patch',
  label: 'Patch record',
  category: 'database',
  icon: 'file-diff',
  help: 'Changes one row by an object of the stack: the columns it has are written, the others stay.',
  keywords: ['update', 'partial', 'change'],
  target: named('table', 'Table', 'The table to write to.'),
  args: { ...fieldArgs, ...writeArgs },
  result: 'row',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedWrite> = (statement, tools) => prepareWrite('patch', statement, tools)

export const runPlan: RunPlan<PreparedWrite> = runWrite

export const examples: readonly StatementExample[] = [
  {
    title: 'writes what the object holds',
    stack: `db.add "user" {
      data = {name: "Ada", role: "owner"}
    } as $user
    var $changes {
      value = {role: "guest"}
    }
    db.patch "user" {
      field_name = "id"
      field_value = $user.id
      data = $changes
    } as $x`,
    expect: { id: 1, name: 'Ada', role: 'guest' },
  },
  {
    title: 'an empty object changes nothing',
    stack: `db.add "user" {
      data = {name: "Ada"}
    } as $user
    db.patch "user" {
      field_name = "id"
      field_value = $user.id
      data = {}
    } as $x`,
    expect: { id: 1, name: 'Ada' },
  },
]
