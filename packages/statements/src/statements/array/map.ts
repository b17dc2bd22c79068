import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { mapList } from './each-list.ts'
import { emitEvaluated, evaluated } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.map',
  label: 'Array: map',
  category: 'array',
  icon: 'list',
  help: 'A list of what an expression gives for each element.',
  ...evaluated,
  result: 'array',
  follows: { listOf: 'by' },
  needs: [],
}

export const emit = emitEvaluated(mapList)

export const examples: readonly StatementExample[] = [
  {
    title: 'two elements',
    stack: `array.map ([1, 2]) {
 by = $this * 2
} as $x`,
    expect: [2, 4],
  },
  {
    title: 'none',
    stack: `array.map ([]) {
 by = $this
} as $x`,
    expect: [],
  },
]
