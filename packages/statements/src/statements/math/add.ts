import { variable } from '../../define/parameters.ts'
import { mutate } from './mutate.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'math.add',
  label: 'Math: add',
  category: 'math',
  icon: 'plus',
  help: 'Adds a value to a number variable.',
  target: variable(),
  args: { value: { kind: 'value', type: 'number', label: 'Value', help: 'The other number.', required: true } },
  needs: [],
}

export const emit: Emit = mutate('+')

export const examples: readonly StatementExample[] = [
  {
    title: 'a number',
    stack: `var $x {
 value = 5
}
math.add $x {
 value = 3
}`,
    expect: 8,
  },
  {
    title: 'text that reads as a number',
    stack: `var $x {
 value = "5"
}
math.add $x {
 value = "3"
}`,
    expect: 8,
  },
]
