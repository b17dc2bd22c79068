import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitSearch, searched } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.istarts_with',
  label: 'Text: starts with, ignoring case',
  category: 'text',
  icon: 'text-search',
  help: 'Whether a variable starts with a text, in any case.',
  ...searched,
  result: 'bool',
  needs: [],
}

export const emit = emitSearch('istarts_with')

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
