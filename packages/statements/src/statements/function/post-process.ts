import { js, literalCode } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.post_process',
  label: 'Post process',
  category: 'utility',
  icon: 'timer',
  help: 'Runs statements after the answer was sent, on the variables as they are now and $body, $headers, $status_code.',
  args: {},
  clauses: {
    stack: { label: 'Stack' },
  },
  needs: [],
}

export const effects = true

/** What the statements know of the answer. */
const sentNames = ['body', 'headers', 'status_code']

export const emit: Emit = (_statement, emitter) => {
  emitter.detached(
    () => {
      // A variable of the stack's own keeps its value.
      for (const name of sentNames.filter((sent) => !emitter.knows(sent))) {
        emitter.assign(name, js`run.sent(${literalCode(name)})`)
      }
      emitter.clauses('stack').forEach((clause) => clause.body())
    },
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
