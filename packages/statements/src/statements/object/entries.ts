import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'object.entries',
  label: 'Object: get entries',
  category: 'object',
  icon: 'braces',
  help: 'The entries of an object, in order.',
  args: { value: { kind: 'value', type: 'object', label: 'Object', help: 'The object.', required: true } },
  result: 'array',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.result(emitter.filter('entries', emitter.argument('value'), []))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'an object',
    stack: `object.entries {
 value = {a: 1, b: 2}
} as $x`,
    expect: [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ],
  },
  {
    title: 'an empty one',
    stack: `object.entries {
 value = {}
} as $x`,
    expect: [],
  },
]
