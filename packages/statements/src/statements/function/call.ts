import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { functionName } from './function-name.ts'

export const definition: StatementDefinition = {
  name: 'function.call',
  label: 'Run function',
  category: 'function',
  icon: 'square-function',
  help: 'Runs a function of the workspace and gives its response.',
  keywords: ['call', 'custom'],
  target: { kind: 'function', type: 'text', label: 'Function', help: 'The function to run.', required: true },
  args: {
    input: { kind: 'value', type: 'object', label: 'Input', help: 'Its inputs by name.', required: false, default: {} },
  },
  result: 'any',
  needs: [],
}

export const calls = functionName

export const emit: Emit = (statement, emitter) => {
  const name = functionName(statement) ?? emitter.fail('missing_name', 'Name the function to run.')
  emitter.result(emitter.callFunction(name, emitter.argument('input')))
}

export const examples: readonly StatementExample[] = []
