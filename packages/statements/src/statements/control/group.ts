import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'group',
  label: 'Group',
  category: 'control',
  icon: 'group',
  help: 'Statements that belong together. Changes nothing in how they run.',
  args: {},
  clauses: {
    stack: { label: 'Stack', runs: 'always' },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  for (const clause of emitter.clauses('stack')) clause.body()
}

export const examples: readonly StatementExample[] = [
  {
    title: 'its variables are seen after it',
    stack: `group {
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
group {
 stack {
 }
}`,
    expect: 2,
  },
]
