import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { unionLists } from './each-list.ts'
import { compared, emitCompared } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.union',
  label: 'Array: union',
  category: 'array',
  icon: 'combine',
  help: 'The elements of both lists, each once.',
  ...compared,
  result: 'array',
  needs: [],
}

export const emit = emitCompared(unionLists)

export const examples: readonly StatementExample[] = [
  {
    title: 'two lists',
    stack: `array.union ([1, 2]) {
 value = [2, 3]
 by = $this
} as $x`,
    expect: [1, 2, 3],
  },
  {
    title: 'empty ones',
    stack: `array.union ([]) {
 value = []
} as $x`,
    expect: [],
  },
]
