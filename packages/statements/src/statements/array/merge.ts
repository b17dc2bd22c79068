import { variable } from '../../define/parameters.ts'
import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'array.merge',
  label: 'Array: merge',
  category: 'array',
  icon: 'merge',
  help: 'Adds all elements of a list to the end of an array variable; a single value is added as one element.',
  target: variable(),
  args: { value: { kind: 'value', type: 'array', label: 'List', help: 'The elements to add.', required: true } },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const added = emitter.local()
  emitter.line(js`${added} = ${emitter.argument('value')}`)
  const list = emitter.place().ownList()
  emitter.line(js`for (const element of Array.isArray(${added}) ? ${added} : [${added}]) ${list}.push(element)`)
  emitter.line(js`if (${list}.length > run.maxArray) run.tooLong()`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two lists',
    stack: `var $x {
 value = [1]
}
array.merge $x {
 value = [2, 3]
}`,
    expect: [1, 2, 3],
  },
  {
    title: 'one value',
    stack: `var $x {
 value = [1]
}
array.merge $x {
 value = 2
}`,
    expect: [1, 2],
  },
]
