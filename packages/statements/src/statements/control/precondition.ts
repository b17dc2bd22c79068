import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { refusal } from './refusal.ts'

export const definition: StatementDefinition = {
  name: 'precondition',
  label: 'Precondition',
  category: 'control',
  icon: 'shield-check',
  help: 'Goes on only when a condition holds, else ends the request with an error.',
  keywords: ['guard', 'require', 'assert', 'check'],
  subject: { kind: 'value', type: 'bool', label: 'Condition', help: 'What must hold.', required: true },
  args: {
    error_type: {
      kind: 'choice',
      type: 'text',
      label: 'Error type',
      help: 'Decides the status of the answer.',
      required: false,
      default: 'standard',
      values: ['standard', 'notfound', 'accessdenied', 'toomanyrequests', 'unauthorized', 'badrequest', 'inputerror'],
    },
    error: {
      kind: 'value',
      type: 'text',
      label: 'Error message',
      help: 'Shown to the caller.',
      required: false,
      default: '',
    },
    payload: { kind: 'value', type: 'any', label: 'Payload', help: 'Any value, given to the caller.', required: false },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const holds = emitter.condition(emitter.subject())
  const args = [emitter.argument('error_type'), emitter.argument('error'), emitter.argument('payload')] as const
  emitter.line(js`if (!${holds}) throw ${emitter.constant(refusal)}(${args[0]}, ${args[1]}, ${args[2]})`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'holds',
    stack: `precondition (2 > 1) {
 error = "no"
}
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'the code follows the type',
    stack: `try_catch {
 try {
 precondition (false) {
 error_type = "notfound"
 error = "gone"
 }
 }
 catch {
 var $x {
 value = $error.code
 }
 }
}`,
    expect: 'ERROR_CODE_NOT_FOUND',
  },
]
