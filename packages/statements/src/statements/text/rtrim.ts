import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTrim, trimmed } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.rtrim',
  label: 'Text: rtrim',
  category: 'text',
  icon: 'scissors',
  help: 'Removes characters from the end of a variable.',
  ...trimmed,
  needs: [],
}

export const emit = emitTrim('rtrim')

export const examples: readonly StatementExample[] = [
  {
    title: 'given characters',
    stack: `var $x {
 value = "--a--"
}
text.rtrim $x {
 value = "-"
}`,
    expect: '--a',
  },
  {
    title: 'white space',
    stack: `var $x {
 value = "a"
}
text.rtrim $x`,
    expect: 'a',
  },
]
