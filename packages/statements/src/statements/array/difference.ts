import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { differenceLists } from './each-list.ts'

export const definition: StatementDefinition = {
  name: 'array.difference',
  label: 'Array: difference',
  category: 'array',
  icon: 'combine',
  help: 'The elements of the list that are not in the other.',
  subject: { kind: 'value', type: 'array', label: 'Array', help: 'The array.', required: true },
  args: {
    value: { kind: 'value', type: 'array', label: 'Other list', help: 'The list to compare with.', required: true },
    by: {
      kind: 'each',
      type: 'any',
      label: 'By',
      help: 'What makes two elements the same; the element itself when left out.',
      required: false,
    },
  },
  result: 'array',
  follows: 'same',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const by = emitter.argumentTree('by')
  const key = by === null ? js`null` : emitter.eachFunction(by, 'value')
  const list = emitter.value(emitter.subject())
  emitter.result(js`${emitter.constant(differenceLists)}(${list}, ${emitter.argument('value')}, ${key})`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two lists',
    stack: `array.difference ([1, 2]) {
 value = [2, 3]
 by = $this
} as $x`,
    expect: [1],
  },
  {
    title: 'empty ones',
    stack: `array.difference ([]) {
 value = []
} as $x`,
    expect: [],
  },
]
