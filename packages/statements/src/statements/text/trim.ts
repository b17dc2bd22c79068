import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'text.trim',
  label: 'Text: trim',
  category: 'text',
  icon: 'scissors',
  help: 'Removes characters from the ends of a variable.',
  target: { kind: 'variable', type: 'any', label: 'Variable', help: 'The variable to change.', required: true },
  args: {
    value: {
      kind: 'value',
      type: 'text',
      label: 'Characters',
      help: 'The characters to remove; white space when left out.',
      required: false,
    },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const place = emitter.place()
  const characters = emitter.argumentTree('value')
  place.write(emitter.filter('trim', place.read(), characters === null ? [] : [emitter.value(characters)]))
}

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
