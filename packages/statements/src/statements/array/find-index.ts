import { js } from '../../define/code.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTested, tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.find_index',
  label: 'Array: find first index',
  category: 'array',
  icon: 'list-filter',
  help: 'The index of the first element that meets a condition, or -1.',
  ...tested,
  result: 'int',
  needs: [],
}

export const emit = emitTested((list, test) => js`${list}.findIndex(${test})`)

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.find_index ([1, 2, 3]) if ($this > 1) as $x`, expect: 1 },
  { title: 'none does', stack: `array.find_index ([1, 2, 3]) if ($this > 5) as $x`, expect: -1 },
]
