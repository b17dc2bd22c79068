import { variable } from '../../define/parameters.ts'
import { mutate } from './mutate.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'math.mul',
  label: 'Math: multiply',
  category: 'math',
  icon: 'x',
  help: 'Multiplies a number variable by a value.',
  target: variable(),
  args: { value: { kind: 'value', type: 'number', label: 'Value', help: 'The other number.', required: true } },
  needs: [],
}

export const emit: Emit = mutate('*')

export const examples: readonly StatementExample[] = [
  {
    title: 'a number',
    stack: `var $x {
 value = 5
}
math.mul $x {
 value = 3
}`,
    expect: 15,
  },
  {
    title: 'text that reads as a number',
    stack: `var $x {
 value = "5"
}
math.mul $x {
 value = "3"
}`,
    expect: 15,
  },
]
