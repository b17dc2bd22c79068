import { js } from '../../define/code.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTested, tested } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.filter',
  label: 'Array: find all',
  category: 'array',
  icon: 'list-filter',
  help: 'The elements that meet a condition.',
  ...tested,
  result: 'array',
  follows: 'same',
  needs: [],
}

export const emit = emitTested((list, test) => js`${list}.filter(${test})`)

export const examples: readonly StatementExample[] = [
  { title: 'some meet it', stack: `array.filter ([1, 2, 3]) if ($this > 1) as $x`, expect: [2, 3] },
  { title: 'none does', stack: `array.filter ([1, 2, 3]) if ($this > 5) as $x`, expect: [] },
]
