import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { listOf } from './list-of.ts'

export const definition: StatementDefinition = {
  name: 'array.find_index',
  label: 'Array: find first index',
  category: 'array',
  icon: 'list-filter',
  help: 'The index of the first element that meets a condition, or -1.',
  subject: { kind: 'value', type: 'array', label: 'Array', help: 'The array.', required: true },
  condition: {
    kind: 'each',
    type: 'bool',
    label: 'Condition',
    help: 'Asked of each element, which is $this.',
    required: true,
  },
  args: {},
  result: 'int',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const list = js`${emitter.constant(listOf)}(${emitter.value(emitter.subject())})`
  const test = emitter.eachFunction(emitter.subjectCondition(), 'condition')
  emitter.result(js`${list}.findIndex(${test})`)
}

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.find_index ([1, 2, 3]) if ($this > 1) as $x`, expect: 1 },
  { title: 'none does', stack: `array.find_index ([1, 2, 3]) if ($this > 5) as $x`, expect: -1 },
]
