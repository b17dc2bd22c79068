import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { emitTrim, trimmed } from './emit-text.ts'

export const definition: StatementDefinition = {
  name: 'text.ltrim',
  label: 'Text: ltrim',
  category: 'text',
  icon: 'scissors',
  help: 'Removes characters from the beginning of a variable.',
  ...trimmed,
  needs: [],
}

export const emit = emitTrim('ltrim')

export const examples: readonly StatementExample[] = [
  {
    title: 'given characters',
    stack: `var $x {
 value = "--a--"
}
text.ltrim $x {
 value = "-"
}`,
    expect: 'a--',
  },
  {
    title: 'white space',
    stack: `var $x {
 value = "a"
}
text.ltrim $x`,
    expect: 'a',
  },
]
