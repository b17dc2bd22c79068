import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'debug.log',
  label: 'Debug log',
  category: 'debug',
  icon: 'bug',
  help: 'Shows a value in Run & Debug.',
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'What to show.', required: true } },
  needs: [],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => emitter.line(js`run.log(${emitter.argument('value')})`)

export const examples: readonly StatementExample[] = [
  {
    title: 'changes nothing',
    stack: `var $x {
 value = 1
}
debug.log {
 value = $x
}`,
    expect: 1,
  },
  {
    title: 'any value',
    stack: `var $x {
 value = null
}
debug.log {
 value = {a: [1]}
}`,
    expect: null,
  },
]
