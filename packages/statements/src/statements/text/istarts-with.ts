import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'text.istarts_with',
  label: 'Text: starts with, ignoring case',
  category: 'text',
  icon: 'text-search',
  help: 'Whether a variable starts with, ignoring case a text.',
  target: { kind: 'variable', type: 'any', label: 'Variable', help: 'The variable to change.', required: true },
  args: { value: { kind: 'value', type: 'text', label: 'Text', help: 'The text to look for.', required: true } },
  result: 'bool',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.result(emitter.filter('istarts_with', emitter.place().read(), [emitter.argument('value')]))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a text',
    stack: `var $t {
 value = "abc"
}
text.istarts_with $t {
 value = "a"
} as $x`,
    expect: true,
  },
  {
    title: 'not there',
    stack: `var $t {
 value = "abc"
}
text.istarts_with $t {
 value = "x"
} as $x`,
    expect: false,
  },
]
