import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitSearch, searched } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.ends_with',
  label: 'Text: ends with',
  category: 'text',
  icon: 'text-search',
  help: 'Whether a variable ends with a text.',
  ...searched,
  result: 'bool',
  needs: [],
}

export const emit = emitSearch('ends_with')

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
