import { js } from '../../define/code.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTested, tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.filter_count',
  label: 'Array: count elements',
  category: 'array',
  icon: 'list-filter',
  help: 'How many elements meet a condition.',
  ...tested,
  result: 'int',
  needs: [],
}

export const emit = emitTested((list, test) => js`${list}.filter(${test}).length`)

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.filter_count ([1, 2, 3]) if ($this > 1) as $x`, expect: 2 },
  { title: 'none does', stack: `array.filter_count ([1, 2, 3]) if ($this > 5) as $x`, expect: 0 },
]
