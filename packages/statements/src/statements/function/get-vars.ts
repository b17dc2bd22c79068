import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.get_vars',
  label: 'Get all variables',
  category: 'utility',
  icon: 'variable',
  help: 'An object of all variables that are set.',
  args: {},
  result: 'object',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => emitter.result(emitter.variables())

export const examples: readonly StatementExample[] = [
  {
    title: 'those that are set',
    stack: `var $a {
 value = 1
}
util.get_vars as $x`,
    expect: { a: 1 },
  },
  { title: 'none', stack: `util.get_vars as $x`, expect: {} },
]
