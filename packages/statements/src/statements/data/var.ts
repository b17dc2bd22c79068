import { variable } from '../../define/parameters.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'var',
  label: 'Create variable',
  category: 'data',
  icon: 'variable',
  help: 'Makes a variable, or gives one a new value.',
  keywords: ['set', 'assign', 'declare'],
  target: variable(),
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'What it holds.', required: false } },
  assigns: 'value',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const value = emitter.argument('value')
  emitter.place().write(value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a number',
    stack: `var $x {
 value = 1 + 2
}`,
    expect: 3,
  },
  { title: 'null without a value', stack: `var $x`, expect: null },
]
