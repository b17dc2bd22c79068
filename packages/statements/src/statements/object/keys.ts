import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'object.keys',
  label: 'Object: get keys',
  category: 'object',
  icon: 'braces',
  help: 'The keys of an object, in order.',
  args: { value: { kind: 'value', type: 'object', label: 'Object', help: 'The object.', required: true } },
  result: 'array',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.result(emitter.filter('keys', emitter.argument('value'), []))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'an object',
    stack: `object.keys {
 value = {a: 1, b: 2}
} as $x`,
    expect: ['a', 'b'],
  },
  {
    title: 'an empty one',
    stack: `object.keys {
 value = {}
} as $x`,
    expect: [],
  },
]
