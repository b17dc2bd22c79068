import { optional } from '../../define/parameters.ts'
import { readInteger } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'

export const definition: StatementDefinition = {
  name: 'security.random_number',
  label: 'Random number',
  category: 'security',
  icon: 'dices',
  help: 'A whole number that no one can foresee. Both ends may come.',
  keywords: ['dice', 'integer', 'chance'],
  args: {
    min: optional('int', 'Smallest', 'The smallest number that may come.', 0),
    max: optional('int', 'Largest', 'The largest number that may come.', Number.MAX_SAFE_INTEGER),
  },
  result: 'int',
  needs: ['random'],
}

export const run: Run = (args, { ports }) => {
  const [min, max] = [readInteger(args, 'min'), readInteger(args, 'max')]
  if (min <= max) return ports.random.integer(min, max)
  throw new StackError('standard', 'invalid_argument', `min (${min}) must not be larger than max (${max}).`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'both ends are included',
    stack: `security.random_number {
      min = 7
      max = 7
    } as $x`,
    expect: 7,
  },
  {
    title: 'stays in its range',
    stack: `security.random_number {
      min = 1
      max = 6
    } as $roll
    var $x {
      value = $roll >= 1 && $roll <= 6
    }`,
    expect: true,
  },
]
