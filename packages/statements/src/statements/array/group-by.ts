import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { groupList } from './each-list.ts'
import { emitEvaluated, evaluated } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.group_by',
  label: 'Array: group by',
  category: 'array',
  icon: 'list',
  help: 'An object of the elements, by what an expression gives for each.',
  ...evaluated,
  result: 'object',
  needs: [],
}

export const emit = emitEvaluated(groupList)

export const examples: readonly StatementExample[] = [
  {
    title: 'two elements',
    stack: `array.group_by ([1, 2]) {
 by = $this
} as $x`,
    expect: { 1: [1], 2: [2] },
  },
  {
    title: 'none',
    stack: `array.group_by ([]) {
 by = $this
} as $x`,
    expect: {},
  },
]
