import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.post_process',
  label: 'Post process',
  category: 'utility',
  icon: 'timer',
  help: 'Runs statements after the answer was sent.',
  args: {},
  clauses: {
    stack: { label: 'Stack' },
  },
  needs: [],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => {
  emitter.detached(
    () => emitter.clauses('stack').forEach((clause) => clause.body()),
    (work) => js`run.after(${work})`,
  )
}

export const examples: readonly StatementExample[] = [
  {
    title: 'runs later',
    stack: `var $x {
 value = 1
}
util.post_process {
 stack {
 var.update $x {
 value = 2
 }
 }
}`,
    expect: 1,
  },
  {
    title: 'empty',
    stack: `var $x {
 value = 1
}
util.post_process {
 stack {
 }
}`,
    expect: 1,
  },
]
