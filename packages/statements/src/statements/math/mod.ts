import { variable } from '../../define/parameters.ts'
import { mutate } from './mutate.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'math.mod',
  label: 'Math: modulus',
  category: 'math',
  icon: 'percent',
  help: 'Keeps what is left of a number variable after dividing it by a value.',
  target: variable(),
  args: { value: { kind: 'value', type: 'number', label: 'Value', help: 'The other number.', required: true } },
  needs: [],
}

export const emit: Emit = mutate('%')

export const examples: readonly StatementExample[] = [
  {
    title: 'a number',
    stack: `var $x {
 value = 5
}
math.mod $x {
 value = 3
}`,
    expect: 2,
  },
  {
    title: 'text that reads as a number',
    stack: `var $x {
 value = "5"
}
math.mod $x {
 value = "3"
}`,
    expect: 2,
  },
]
