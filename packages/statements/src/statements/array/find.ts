import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { listOf } from './list-of.ts'

export const definition: StatementDefinition = {
  name: 'array.find',
  label: 'Array: find first element',
  category: 'array',
  icon: 'list-filter',
  help: 'The first element that meets a condition, or null.',
  subject: { kind: 'value', type: 'array', label: 'Array', help: 'The array.', required: true },
  condition: {
    kind: 'each',
    type: 'bool',
    label: 'Condition',
    help: 'Asked of each element, which is $this.',
    required: true,
  },
  args: {},
  result: 'any',
  follows: 'element',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const list = js`${emitter.constant(listOf)}(${emitter.value(emitter.subject())})`
  const test = emitter.eachFunction(emitter.subjectCondition(), 'condition')
  emitter.result(js`(${list}.find(${test}) ?? null)`)
}

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.find ([1, 2, 3]) if ($this > 1) as $x`, expect: 2 },
  { title: 'none does', stack: `array.find ([1, 2, 3]) if ($this > 5) as $x`, expect: null },
]
