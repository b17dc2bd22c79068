import { js } from '../../define/code.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTested, tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.find',
  label: 'Array: find first element',
  category: 'array',
  icon: 'list-filter',
  help: 'The first element that meets a condition, or null.',
  ...tested,
  result: 'any',
  follows: 'element',
  needs: [],
}

export const emit = emitTested((list, test) => js`(${list}.find(${test}) ?? null)`)

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.find ([1, 2, 3]) if ($this > 1) as $x`, expect: 2 },
  { title: 'none does', stack: `array.find ([1, 2, 3]) if ($this > 5) as $x`, expect: null },
]
