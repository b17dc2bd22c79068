import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitSearch, searched } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.icontains',
  label: 'Text: contains, ignoring case',
  category: 'text',
  icon: 'text-search',
  help: 'Whether a variable contains a text, in any case.',
  ...searched,
  result: 'bool',
  needs: [],
}

export const emit = emitSearch('icontains')

export const examples: readonly StatementExample[] = [
  {
    title: 'a text',
    stack: `var $t {
 value = "abc"
}
text.icontains $t {
 value = "a"
} as $x`,
    expect: true,
  },
  {
    title: 'not there',
    stack: `var $t {
 value = "abc"
}
text.icontains $t {
 value = "x"
} as $x`,
    expect: false,
  },
]
