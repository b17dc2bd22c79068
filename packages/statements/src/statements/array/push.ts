import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'array.push',
  label: 'Array: add to end',
  category: 'array',
  icon: 'list-plus',
  help: 'Adds an element to the end of an array variable.',
  keywords: ['append'],
  target: { kind: 'variable', type: 'any', label: 'Variable', help: 'The variable to change.', required: true },
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'The element.', required: true } },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const added = emitter.local()
  emitter.line(js`${added} = ${emitter.argument('value')}`)
  emitter.line(js`if (${emitter.place().ownList()}.push(${added}) > run.maxArray) run.tooLong()`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'one element',
    stack: `var $x {
 value = [1]
}
array.push $x {
 value = 2
}`,
    expect: [1, 2],
  },
  {
    title: 'a list inside a variable',
    stack: `var $x {
 value = {a: []}
}
array.push $x.a {
 value = null
}`,
    expect: { a: [null] },
  },
]
