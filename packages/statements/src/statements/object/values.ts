import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'object.values',
  label: 'Object: get values',
  category: 'object',
  icon: 'braces',
  help: 'The values of an object, in order.',
  args: { value: { kind: 'value', type: 'object', label: 'Object', help: 'The object.', required: true } },
  result: 'array',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.result(emitter.filter('values', emitter.argument('value'), []))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'an object',
    stack: `object.values {
 value = {a: 1, b: 2}
} as $x`,
    expect: [1, 2],
  },
  {
    title: 'an empty one',
    stack: `object.values {
 value = {}
} as $x`,
    expect: [],
  },
]
