import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'array.unshift',
  label: 'Array: add to beginning',
  category: 'array',
  icon: 'list-plus',
  help: 'Adds an element to the beginning of an array variable.',
  keywords: ['prepend'],
  target: { kind: 'variable', type: 'any', label: 'Variable', help: 'The variable to change.', required: true },
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'The element.', required: true } },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const added = emitter.local()
  emitter.line(js`${added} = ${emitter.argument('value')}`)
  emitter.line(js`if (${emitter.place().ownList()}.unshift(${added}) > run.maxArray) run.tooLong()`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'one element',
    stack: `var $x {
 value = [1]
}
array.unshift $x {
 value = 2
}`,
    expect: [2, 1],
  },
  {
    title: 'to an empty one',
    stack: `var $x {
 value = []
}
array.unshift $x {
 value = 1
}`,
    expect: [1],
  },
]
