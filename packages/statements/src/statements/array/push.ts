import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { added, emitAdd } from './add-element.ts'

export const definition: StatementDefinition = {
  name: 'array.push',
  label: 'Array: add to end',
  category: 'array',
  icon: 'list-plus',
  help: 'Adds an element to the end of an array variable.',
  keywords: ['append'],
  ...added,
  needs: [],
}

export const emit = emitAdd('push')

export const examples: readonly StatementExample[] = [
  {
    title: 'one element',
    stack: `var $x {
 value = [1]
}
array.push $x {
 value = 2
}`,
    expect: [1, 2],
  },
  {
    title: 'a list inside a variable',
    stack: `var $x {
 value = {a: []}
}
array.push $x.a {
 value = null
}`,
    expect: { a: [null] },
  },
]
