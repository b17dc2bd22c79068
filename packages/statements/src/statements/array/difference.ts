import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { differenceLists } from './each-list.ts'
import { compared, emitCompared } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.difference',
  label: 'Array: difference',
  category: 'array',
  icon: 'combine',
  help: 'The elements of the list that are not in the other.',
  ...compared,
  result: 'array',
  follows: 'same',
  needs: [],
}

export const emit = emitCompared(differenceLists)

export const examples: readonly StatementExample[] = [
  {
    title: 'two lists',
    stack: `array.difference ([1, 2]) {
 value = [2, 3]
 by = $this
} as $x`,
    expect: [1],
  },
  {
    title: 'empty ones',
    stack: `array.difference ([]) {
 value = []
} as $x`,
    expect: [],
  },
]
