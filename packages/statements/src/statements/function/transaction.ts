import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'db.transaction',
  label: 'Database transaction',
  category: 'database',
  icon: 'database-zap',
  help: 'Runs statements as one change of the database: all of it or, when one fails, none.',
  keywords: ['commit', 'rollback', 'atomic'],
  args: {
    isolation: {
      kind: 'choice',
      type: 'text',
      label: 'Isolation',
      help: 'How much it is kept apart from others.',
      required: false,
      default: 'read_committed',
      values: ['read_committed', 'repeatable_read', 'serializable'],
    },
  },
  clauses: {
    stack: { label: 'Stack', runs: 'always' },
  },
  needs: [],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => {
  const isolation = emitter.argument('isolation')
  emitter.closure(
    () => emitter.clauses('stack').forEach((clause) => clause.body()),
    (work) => js`await run.transaction(${work}, ${isolation})`,
  )
}

export const examples: readonly StatementExample[] = [
  {
    title: 'its variables are seen after it',
    stack: `db.transaction {
 stack {
 var $x {
 value = 1
 }
 }
}`,
    expect: 1,
  },
  {
    title: 'empty',
    stack: `var $x {
 value = 2
}
db.transaction {
 stack {
 }
}`,
    expect: 2,
  },
]
