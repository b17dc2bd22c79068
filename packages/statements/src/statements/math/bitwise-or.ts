import { variable } from '../../define/parameters.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'math.bitwise.or',
  label: 'Math: bitwise or',
  category: 'math',
  icon: 'binary',
  help: 'Sets the bits of a value in a number variable too.',
  target: variable(),
  args: { value: { kind: 'value', type: 'int', label: 'Value', help: 'The other number.', required: true } },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const place = emitter.place()
  place.write(emitter.filter('bitwise_or', place.read(), [emitter.argument('value')]))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two numbers',
    stack: `var $x {
 value = 5
}
math.bitwise.or $x {
 value = 3
}`,
    expect: 7,
  },
  {
    title: 'with zero',
    stack: `var $x {
 value = 0
}
math.bitwise.or $x {
 value = 0
}`,
    expect: 0,
  },
]
