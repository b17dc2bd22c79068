import { variable } from '../../define/parameters.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'math.bitwise.xor',
  label: 'Math: bitwise xor',
  category: 'math',
  icon: 'binary',
  help: 'Flips the bits of a value in a number variable.',
  target: variable(),
  args: { value: { kind: 'value', type: 'int', label: 'Value', help: 'The other number.', required: true } },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const place = emitter.place()
  place.write(emitter.filter('bitwise_xor', place.read(), [emitter.argument('value')]))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two numbers',
    stack: `var $x {
 value = 5
}
math.bitwise.xor $x {
 value = 3
}`,
    expect: 6,
  },
  {
    title: 'with zero',
    stack: `var $x {
 value = 0
}
math.bitwise.xor $x {
 value = 0
}`,
    expect: 0,
  },
]
