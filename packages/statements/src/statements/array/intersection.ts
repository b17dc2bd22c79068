import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { intersectionLists } from './each-list.ts'
import { compared, emitCompared } from './emit-lists.ts'

export const definition: StatementDefinition = {
  name: 'array.intersection',
  label: 'Array: intersection',
  category: 'array',
  icon: 'combine',
  help: 'The elements that are in both lists.',
  ...compared,
  result: 'array',
  follows: 'same',
  needs: [],
}

export const emit = emitCompared(intersectionLists)

export const examples: readonly StatementExample[] = [
  {
    title: 'two lists',
    stack: `array.intersection ([1, 2]) {
 value = [2, 3]
 by = $this
} as $x`,
    expect: [2],
  },
  {
    title: 'empty ones',
    stack: `array.intersection ([]) {
 value = []
} as $x`,
    expect: [],
  },
]
