import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named } from '../../define/parameters.ts'
import { prepareWrite, runWrite, type PreparedWrite } from './lower/prepare-write.ts'
import { writeArgs } from './write-args.ts'

export const definition: StatementDefinition = {
  name: 'db.add',
  label: 'Add record',
  category: 'database',
  icon: 'file-plus',
  help: 'Adds a row and returns it.',
  keywords: ['insert', 'create', 'row'],
  target: named('table', 'Table', 'The table to write to.'),
  args: writeArgs,
  result: 'row',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedWrite> = (statement, tools) => prepareWrite('add', statement, tools)

export const runPlan: RunPlan<PreparedWrite> = runWrite

export const examples: readonly StatementExample[] = [
  {
    title: 'returns the row with its id',
    stack: `db.add "user" {
      data = {name: "Ada"}
    } as $x`,
    expect: { id: 1, name: 'Ada' },
  },
  {
    title: 'a member that is switched off is not written',
    stack: `db.add "user" {
      data = {name: "Ada", !name: "Eve"}
    } as $user
    var $x {
      value = $user.name
    }`,
    expect: 'Ada',
  },
]
