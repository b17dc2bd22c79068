import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTrim, trimmed } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.trim',
  label: 'Text: trim',
  category: 'text',
  icon: 'scissors',
  help: 'Removes characters from the ends of a variable.',
  ...trimmed,
  needs: [],
}

export const emit = emitTrim('trim')

export const examples: readonly StatementExample[] = [
  {
    title: 'given characters',
    stack: `var $x {
 value = "--a--"
}
text.trim $x {
 value = "-"
}`,
    expect: 'a',
  },
  {
    title: 'white space',
    stack: `var $x {
 value = "a"
}
text.trim $x`,
    expect: 'a',
  },
]
