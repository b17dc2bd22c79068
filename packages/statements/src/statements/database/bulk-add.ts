import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { clause, named, required } from '../../define/parameters.ts'
import { prepareBulk, runBulk, type PreparedBulk } from './lower/prepare-bulk.ts'

export const definition: StatementDefinition = {
  name: 'db.bulk.add',
  label: 'Bulk add',
  category: 'database',
  icon: 'files',
  help: 'Adds many rows at once.',
  keywords: ['insert', 'many', 'import'],
  target: named('table', 'Table', 'The table to write to.'),
  args: {
    items: required('array', 'Items', 'The rows to add.'),
    allow_id_field: clause('bool', 'Keep ids', 'Whether an id in an item is kept.', 'switch'),
  },
  result: 'array',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedBulk> = (statement, tools) => prepareBulk('bulk.add', statement, tools)

export const runPlan: RunPlan<PreparedBulk> = runBulk

export const examples: readonly StatementExample[] = [
  {
    title: 'adds every item',
    stack: `db.bulk.add "user" {
      items = [{name: "Ada"}, {name: "Grace"}]
    }
    db.query "user" {
      return = {type: "count"}
    } as $x`,
    expect: 2,
  },
  {
    title: 'no items, no rows',
    stack: `db.bulk.add "user" {
      items = []
    }
    db.query "user" {
      return = {type: "count"}
    } as $x`,
    expect: 0,
  },
]
