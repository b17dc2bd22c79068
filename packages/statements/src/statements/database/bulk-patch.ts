import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { clause, named } from '../../define/parameters.ts'
import { prepareBulk, runBulk, type PreparedBulk } from './lower/prepare-bulk.ts'

export const definition: StatementDefinition = {
  name: 'db.bulk.patch',
  label: 'Bulk patch',
  category: 'database',
  icon: 'file-stack',
  help: 'Changes some columns of many rows, found by the ids of the items or by a condition.',
  keywords: ['many', 'partial'],
  target: named('table', 'Table', 'The table to write to.'),
  args: {
    items: clause('array', 'Items', 'Objects with an id and the changed columns.'),
    data: clause('object', 'Data', 'With where: the columns to write.'),
    where: clause('bool', 'Where', 'With data: which rows.', 'condition'),
  },
  result: 'any',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedBulk> = (statement, tools) => prepareBulk('bulk.patch', statement, tools)

export const runPlan: RunPlan<PreparedBulk> = runBulk

export const examples: readonly StatementExample[] = [
  {
    title: 'keeps the columns that are not named',
    stack: `db.bulk.add "user" {
      items = [{name: "Ada", role: "owner"}]
    }
    db.bulk.patch "user" {
      items = [{id: 1, name: "Alan"}]
    }
    db.get "user" {
      field_name = "id"
      field_value = 1
    } as $x`,
    expect: { id: 1, name: 'Alan', role: 'owner' },
  },
  {
    title: 'all rows that match',
    stack: `db.bulk.add "user" {
      items = [{name: "Ada"}, {name: "Grace"}]
    }
    db.bulk.patch "user" {
      where = $db.user.id > 0
      data = {name: "Alan"}
    }
    db.query "user" {
      where = $db.user.name == "Alan"
      return = {type: "count"}
    } as $x`,
    expect: 2,
  },
]
