import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { added, emitAdd } from './add-element.ts'

export const definition: StatementDefinition = {
  name: 'array.unshift',
  label: 'Array: add to beginning',
  category: 'array',
  icon: 'list-plus',
  help: 'Adds an element to the beginning of an array variable.',
  keywords: ['prepend'],
  ...added,
  needs: [],
}

export const emit = emitAdd('unshift')

export const examples: readonly StatementExample[] = [
  {
    title: 'one element',
    stack: `var $x {
 value = [1]
}
array.unshift $x {
 value = 2
}`,
    expect: [2, 1],
  },
  {
    title: 'to an empty one',
    stack: `var $x {
 value = []
}
array.unshift $x {
 value = 1
}`,
    expect: [1],
  },
]
