import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitSearch, searched } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.contains',
  label: 'Text: contains',
  category: 'text',
  icon: 'text-search',
  help: 'Whether a variable contains a text.',
  ...searched,
  result: 'bool',
  needs: [],
}

export const emit = emitSearch('contains')

export const examples: readonly StatementExample[] = [
  {
    title: 'a text',
    stack: `var $t {
 value = "abc"
}
text.contains $t {
 value = "a"
} as $x`,
    expect: true,
  },
  {
    title: 'not there',
    stack: `var $t {
 value = "abc"
}
text.contains $t {
 value = "x"
} as $x`,
    expect: false,
  },
]
