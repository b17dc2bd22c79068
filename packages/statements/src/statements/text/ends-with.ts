import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'text.ends_with',
  label: 'Text: ends with',
  category: 'text',
  icon: 'text-search',
  help: 'Whether a variable ends with a text.',
  target: { kind: 'variable', type: 'any', label: 'Variable', help: 'The variable to change.', required: true },
  args: { value: { kind: 'value', type: 'text', label: 'Text', help: 'The text to look for.', required: true } },
  result: 'bool',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  emitter.result(emitter.filter('ends_with', emitter.place().read(), [emitter.argument('value')]))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a text',
    stack: `var $t {
 value = "abc"
}
text.ends_with $t {
 value = "a"
} as $x`,
    expect: false,
  },
  {
    title: 'not there',
    stack: `var $t {
 value = "abc"
}
text.ends_with $t {
 value = "x"
} as $x`,
    expect: false,
  },
]
