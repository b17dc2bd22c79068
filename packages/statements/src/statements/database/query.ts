import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { clause, named, onTab } from '../../define/parameters.ts'
import { prepareQuery, withTruths, type PreparedQuery } from './lower/prepare-query.ts'

export const definition: StatementDefinition = {
  name: 'db.query',
  label: 'Query all records',
  category: 'database',
  icon: 'database',
  help: 'Reads rows: filtered, joined, sorted, paged, as a list, one row, a count or whether any exists.',
  keywords: ['select', 'list', 'search', 'filter', 'find', 'rows'],
  target: named('table', 'Table', 'The table to read.'),
  args: {
    ...onTab('Filter', {
      where: clause('bool', 'Where', 'Which rows; all when left out.', 'condition'),
      join: clause('object', 'Joins', 'Other tables to join, by alias.', 'joins'),
      eval: clause('object', 'Computed columns', 'Columns of joined tables or computed ones.', 'computed'),
    }),
    ...onTab('Output', {
      return: clause('object', 'Return', 'list, single, count, exists, stream or aggregate, and paging.', 'return'),
      sort: clause('object', 'Sort', 'Columns with asc, desc or rand.', 'sort'),
      output: clause('array', 'Output', 'Names of the columns to return; all when left out.', 'output'),
      addon: clause('array', 'Addons', 'Related data to attach.', 'addons'),
      lock: clause('bool', 'Lock', 'Keeps others from changing the rows until the transaction ends.', 'switch'),
      return_aggregate: {
        ...clause('object', 'Return aggregate', 'Older spelling of return with type aggregate.'),
        older: true,
      },
    }),
    ...onTab('External', {
      external: clause('object', 'External', 'Search, sort and paging sent from outside.', 'external'),
      additional_where: clause('any', 'Additional where', 'A filter sent from outside, as JSON.'),
      override_sort: clause('any', 'Override sort', 'A sort sent from outside, as JSON.'),
      external_classic: {
        ...clause('object', 'External (classic)', 'One object with search, sort and paging.'),
        older: true,
      },
    }),
  },
  result: 'rows',
  needs: ['db'],
}

export const prepare: Prepare<PreparedQuery> = prepareQuery

export const runPlan: RunPlan<PreparedQuery> = (plan, values, { ports }) =>
  ports.db.query(plan.query, withTruths(values, plan.truths))

const people = `db.bulk.add "user" {
      items = [{name: "Ada", age: 36}, {name: "Grace", age: 85}]
    }
    `

export const examples: readonly StatementExample[] = [
  {
    title: 'the rows that match',
    stack: `${people}db.query "user" {
      where = $db.user.age > 40
    } as $x`,
    expect: [{ id: 2, name: 'Grace', age: 85 }],
  },
  {
    title: 'a null-safe comparison drops out when its value is null',
    stack: `${people}var $name {
      value = null
    }
    db.query "user" {
      where = $db.user.name ==? $name
      return = {type: "count"}
    } as $x`,
    expect: 2,
  },
  {
    title: 'a condition of the stack beside one of the table',
    stack: `${people}var $all {
      value = true
    }
    db.query "user" {
      where = $all == true || $db.user.name == "Ada"
      return = {type: "count"}
    } as $x`,
    expect: 2,
  },
  {
    title: 'single gives null when nothing matches',
    stack: `db.query "user" {
      where = $db.user.name == "Ada"
      return = {type: "single"}
    } as $x`,
    expect: null,
  },
]
