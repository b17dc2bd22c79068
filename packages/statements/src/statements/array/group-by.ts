import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { groupList } from './each-list.ts'

export const definition: StatementDefinition = {
  name: 'array.group_by',
  label: 'Array: group by',
  category: 'array',
  icon: 'list',
  help: 'An object of the elements, by what an expression gives for each.',
  subject: { kind: 'value', type: 'array', label: 'Array', help: 'The array.', required: true },
  args: {
    by: { kind: 'each', type: 'any', label: 'By', help: 'Evaluated for each element, which is $this.', required: true },
  },
  result: 'object',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const by = emitter.argumentTree('by') ?? emitter.fail('missing_argument', 'array.group_by needs "by".')
  const list = emitter.value(emitter.subject())
  emitter.result(js`${emitter.constant(groupList)}(${list}, ${emitter.eachFunction(by, 'value')})`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two elements',
    stack: `array.group_by ([1, 2]) {
 by = $this
} as $x`,
    expect: { 1: [1], 2: [2] },
  },
  {
    title: 'none',
    stack: `array.group_by ([]) {
 by = $this
} as $x`,
    expect: {},
  },
]
