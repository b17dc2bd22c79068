import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named, optional } from '../../define/parameters.ts'
import { readBoolean, readText } from '../../define/read-argument.ts'

export const definition: StatementDefinition = {
  name: 'db.truncate',
  label: 'Clear all records',
  category: 'database',
  icon: 'eraser',
  help: 'Deletes every row of a table.',
  keywords: ['empty', 'delete', 'reset'],
  target: named('table', 'Table', 'The table to empty.'),
  args: { reset: optional('bool', 'Reset ids', 'Whether ids start at 1 again.', false) },
  writes: true,
  needs: ['db'],
}

export const run: Run = async (args, { ports }) => {
  await ports.db.truncate({ kind: 'truncate', table: readText(args, 'target'), reset: readBoolean(args, 'reset') })
  return null
}

export const examples: readonly StatementExample[] = [
  {
    title: 'no row is left',
    stack: `db.add "user" {
      data = {name: "Ada"}
    }
    db.truncate "user" {}
    db.query "user" {
      return = {type: "exists"}
    } as $x`,
    expect: false,
  },
  {
    title: 'ids start at 1 again when asked',
    stack: `db.add "user" {
      data = {name: "Ada"}
    }
    db.truncate "user" {
      reset = true
    }
    db.add "user" {
      data = {name: "Grace"}
    } as $user
    var $x {
      value = $user.id
    }`,
    expect: 1,
  },
]
