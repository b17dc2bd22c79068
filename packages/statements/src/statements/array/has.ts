import { js } from '../../define/code.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTested, tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.has',
  label: 'Array: has any',
  category: 'array',
  icon: 'list-filter',
  help: 'Whether an element meets a condition.',
  ...tested,
  result: 'bool',
  needs: [],
}

export const emit = emitTested((list, test) => js`${list}.some(${test})`)

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.has ([1, 2, 3]) if ($this > 1) as $x`, expect: true },
  { title: 'none does', stack: `array.has ([1, 2, 3]) if ($this > 5) as $x`, expect: false },
]
