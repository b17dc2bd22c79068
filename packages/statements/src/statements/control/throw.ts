import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { thrown } from './thrown.ts'

export const definition: StatementDefinition = {
  name: 'throw',
  label: 'Throw error',
  category: 'control',
  icon: 'circle-x',
  help: 'Ends the request with an error of a name and a message of your own, unless a Try / Catch takes it.',
  keywords: ['fail', 'raise'],
  args: {
    name: {
      kind: 'value',
      type: 'text',
      label: 'Name',
      help: 'The code of the error.',
      required: false,
      default: 'ERROR_FATAL',
    },
    value: { kind: 'value', type: 'any', label: 'Message', help: 'What went wrong.', required: false, default: '' },
  },
  ends: 'error',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.line(js`throw ${emitter.constant(thrown)}(${emitter.argument('name')}, ${emitter.argument('value')})`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'taken by a catch',
    stack: `try_catch {
 try {
 throw {
 name = "Oops"
 value = "no"
 }
 }
 catch {
 var $x {
 value = $error.code ~ ": " ~ $error.message
 }
 }
}`,
    expect: 'Oops: no',
  },
  {
    title: 'its value as result',
    stack: `try_catch {
 try {
 throw {
 name = "Oops"
 value = {a: 1}
 }
 }
 catch {
 var $x {
 value = $error.result
 }
 }
}`,
    expect: { a: 1 },
  },
]
