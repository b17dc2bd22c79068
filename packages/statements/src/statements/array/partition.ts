import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { partitionList } from './each-list.ts'
import { tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.partition',
  label: 'Array: partition',
  category: 'array',
  icon: 'split',
  help: 'Two lists: the elements that meet a condition, and the others.',
  ...tested,
  result: 'object',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const list = emitter.value(emitter.subject())
  const test = emitter.eachFunction(emitter.subjectCondition(), 'condition')
  emitter.result(js`${emitter.constant(partitionList)}(${list}, ${test})`)
}

export const examples: readonly StatementExample[] = [
  { title: 'both', stack: `array.partition ([1, 2, 3]) if ($this > 1) as $x`, expect: { true: [2, 3], false: [1] } },
  { title: 'none', stack: `array.partition ([]) if ($this > 1) as $x`, expect: { true: [], false: [] } },
]
