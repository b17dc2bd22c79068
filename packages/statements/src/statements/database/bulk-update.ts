import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { clause, named } from '../../define/parameters.ts'
import { prepareBulk, runBulk, type PreparedBulk } from './lower/prepare-bulk.ts'

export const definition: StatementDefinition = {
  name: 'db.bulk.update',
  label: 'Bulk update',
  category: 'database',
  icon: 'file-stack',
  help: 'Writes full rows by their id, or one set of columns to all rows that match.',
  keywords: ['many', 'edit'],
  target: named('table', 'Table', 'The table to write to.'),
  args: {
    items: clause('array', 'Items', 'The rows with their ids.'),
    data: clause('object', 'Data', 'With where: the columns to write.'),
    where: clause('bool', 'Where', 'With data: which rows.', 'condition'),
  },
  result: 'any',
  writes: true,
  needs: ['db'],
}

export const prepare: Prepare<PreparedBulk> = (statement, tools) => prepareBulk('bulk.update', statement, tools)

export const runPlan: RunPlan<PreparedBulk> = runBulk

export const examples: readonly StatementExample[] = [
  {
    title: 'rows by their id',
    stack: `db.bulk.add "user" {
      items = [{name: "Ada"}, {name: "Grace"}]
    }
    db.bulk.update "user" {
      items = [{id: 1, name: "Alan"}]
    }
    db.query "user" {
      where = $db.user.name == "Alan"
      return = {type: "count"}
    } as $x`,
    expect: 1,
  },
  {
    title: 'all rows that match',
    stack: `db.bulk.add "user" {
      items = [{name: "Ada"}, {name: "Grace"}]
    }
    db.bulk.update "user" {
      where = $db.user.name == "Ada"
      data = {name: "Alan"}
    }
    db.query "user" {
      where = $db.user.name == "Alan"
      return = {type: "count"}
    } as $x`,
    expect: 1,
  },
]
