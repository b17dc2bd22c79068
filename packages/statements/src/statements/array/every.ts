import { js } from '../../define/code.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTested, tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.every',
  label: 'Array: has every',
  category: 'array',
  icon: 'list-filter',
  help: 'Whether every element meets a condition.',
  ...tested,
  result: 'bool',
  needs: [],
}

export const emit = emitTested((list, test) => js`${list}.every(${test})`)

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.every ([1, 2, 3]) if ($this > 1) as $x`, expect: false },
  { title: 'none does', stack: `array.every ([1, 2, 3]) if ($this > 5) as $x`, expect: false },
]
