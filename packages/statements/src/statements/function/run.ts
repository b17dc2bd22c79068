import { attribute, type Statement } from '@cairn/language'
import { js, literalCode } from '../../define/code.ts'
import { choice, optional } from '../../define/parameters.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { functionName } from './function-name.ts'

const modes = ['sync', 'async-shared', 'async-dedicated'] as const

export const definition: StatementDefinition = {
  name: 'function.run',
  label: 'Run function',
  category: 'function',
  icon: 'square-function',
  help: 'Runs a function of the workspace and gives its response.',
  keywords: ['call', 'custom'],
  target: { kind: 'function', type: 'text', label: 'Function', help: 'The function to run.', required: true },
  args: {
    input: { kind: 'value', type: 'object', label: 'Input', help: 'Its inputs by name.', required: false, default: {} },
    async: optional(
      'bool',
      'Beside the stack',
      'Another way to say that it runs beside the stack: true or false.',
      false,
    ),
    runtime_mode: choice(
      modes,
      'Runs',
      'sync: the stack waits for it. Else it runs beside the stack, and the result is an id for Wait for functions.',
    ),
  },
  result: 'any',
  needs: [],
}

export const calls = functionName

/** One that runs beside its stack is started, which is not to be done twice. */
export const effects = (statement: Statement): boolean => modeOf(statement) !== 'sync'

export const emit: Emit = (statement, emitter) => {
  const name = functionName(statement) ?? emitter.fail('missing_name', 'Name the function to run.')
  const mode = modeOf(statement)
  if (mode === null) emitter.fail('unknown_mode', `Write runtime_mode as one of "${modes.join('", "')}".`)
  const input = emitter.argument('input')
  if (mode === 'sync') emitter.result(emitter.callFunction(name, input))
  else emitter.result(js`run.start(${literalCode(name)}, ${input})`)
}

/** As it is written, since it decides how the code around it is made; null where it is none of the modes. */
function modeOf(statement: Statement): (typeof modes)[number] | null {
  const written = attribute(statement.body, 'runtime_mode')?.value
  const beside = attribute(statement.body, 'async')?.value
  if (written === undefined && beside?.kind === 'boolean' && beside.value) return 'async-shared'
  if (written === undefined || written.kind === 'null') return 'sync'
  const text = written.kind === 'text' || written.kind === 'word' ? written.value : null
  return text === '' ? 'sync' : (modes.find((mode) => mode === text) ?? null)
}

export const examples: readonly StatementExample[] = []
