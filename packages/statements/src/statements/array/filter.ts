import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { listOf } from './list-of.ts'

export const definition: StatementDefinition = {
  name: 'array.filter',
  label: 'Array: find all',
  category: 'array',
  icon: 'list-filter',
  help: 'The elements that meet a condition.',
  subject: { kind: 'value', type: 'array', label: 'Array', help: 'The array.', required: true },
  condition: {
    kind: 'each',
    type: 'bool',
    label: 'Condition',
    help: 'Asked of each element, which is $this.',
    required: true,
  },
  args: {},
  result: 'array',
  follows: 'same',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const list = js`${emitter.constant(listOf)}(${emitter.value(emitter.subject())})`
  const test = emitter.eachFunction(emitter.subjectCondition(), 'condition')
  emitter.result(js`${list}.filter(${test})`)
}

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.filter ([1, 2, 3]) if ($this > 1) as $x`, expect: [2, 3] },
  { title: 'none does', stack: `array.filter ([1, 2, 3]) if ($this > 5) as $x`, expect: [] },
]
