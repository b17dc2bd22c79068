import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'return',
  label: 'Return',
  category: 'control',
  icon: 'corner-up-left',
  help: 'Ends the stack with a value.',
  keywords: ['end', 'exit'],
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'What the stack gives.', required: false } },
  ends: 'answer',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => emitter.return(emitter.argument('value'))

export const examples: readonly StatementExample[] = []
