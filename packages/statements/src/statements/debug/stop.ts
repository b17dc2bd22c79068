import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { stopped } from './stopped.ts'

export const definition: StatementDefinition = {
  name: 'debug.stop',
  label: 'Stop and debug',
  category: 'debug',
  icon: 'octagon-pause',
  help: 'Ends the run with a value, in Run & Debug.',
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'What to show.', required: false } },
  ends: 'error',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.line(js`throw ${emitter.constant(stopped)}(${emitter.argument('value')})`)
}

export const examples: readonly StatementExample[] = []
