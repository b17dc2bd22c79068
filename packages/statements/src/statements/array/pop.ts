import { variable } from '../../define/parameters.ts'
import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'array.pop',
  label: 'Array: remove from end',
  category: 'array',
  icon: 'list-minus',
  help: 'Removes an element from the end of an array variable and gives it; null when there is none.',
  target: variable(),
  args: {},
  result: 'any',
  follows: 'element',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.result(js`(${emitter.place().ownList()}.pop() ?? null)`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'an element',
    stack: `var $a {
 value = [1, 2]
}
array.pop $a as $x`,
    expect: 2,
  },
  {
    title: 'none',
    stack: `var $a {
 value = []
}
array.pop $a as $x`,
    expect: null,
  },
]
