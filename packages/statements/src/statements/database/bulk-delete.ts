import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { clause, named } from '../../define/parameters.ts'
import { prepareBulk, runBulk, type PreparedBulk } from './lower/prepare-bulk.ts'

export const definition: StatementDefinition = {
  name: 'db.bulk.delete',
  label: 'Bulk delete',
  category: 'database',
  icon: 'trash',
  help: 'Deletes all rows that match and returns how many.',
  keywords: ['many', 'remove'],
  target: named('table', 'Table', 'The table to write to.'),
  args: {
    where: { ...clause('bool', 'Where', 'Which rows.', 'condition'), required: true },
  },
  result: 'int',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedBulk> = (statement, tools) => prepareBulk('bulk.delete', statement, tools)

export const runPlan: RunPlan<PreparedBulk> = runBulk

export const examples: readonly StatementExample[] = [
  {
    title: 'returns how many went',
    stack: `db.bulk.add "user" {
      items = [{name: "Ada"}, {name: "Grace"}]
    }
    db.bulk.delete "user" {
      where = $db.user.name == "Ada"
    } as $x`,
    expect: 1,
  },
  {
    title: 'zero when none match',
    stack: `db.bulk.delete "user" {
      where = $db.user.name == "Ada"
    } as $x`,
    expect: 0,
  },
]
