import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { mapList } from './each-list.ts'

export const definition: StatementDefinition = {
  name: 'array.map',
  label: 'Array: map',
  category: 'array',
  icon: 'list',
  help: 'A list of what an expression gives for each element.',
  subject: { kind: 'value', type: 'array', label: 'Array', help: 'The array.', required: true },
  args: {
    by: { kind: 'each', type: 'any', label: 'By', help: 'Evaluated for each element, which is $this.', required: true },
  },
  result: 'array',
  follows: { listOf: 'by' },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const by = emitter.argumentTree('by') ?? emitter.fail('missing_argument', 'array.map needs "by".')
  const list = emitter.value(emitter.subject())
  emitter.result(js`${emitter.constant(mapList)}(${list}, ${emitter.eachFunction(by, 'value')})`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two elements',
    stack: `array.map ([1, 2]) {
 by = $this * 2
} as $x`,
    expect: [2, 4],
  },
  {
    title: 'none',
    stack: `array.map ([]) {
 by = $this
} as $x`,
    expect: [],
  },
]
