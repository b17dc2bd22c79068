import { variable } from '../../define/parameters.ts'
import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { joinTexts } from './join-texts.ts'

export const definition: StatementDefinition = {
  name: 'text.prepend',
  label: 'Text: prepend',
  category: 'text',
  icon: 'text-cursor-input',
  help: 'Puts text at the beginning of a variable.',
  target: variable(),
  args: { value: { kind: 'value', type: 'text', label: 'Text', help: 'The text to add.', required: true } },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const place = emitter.place()
  place.write(
    js`${emitter.constant(joinTexts)}(${emitter.argument('value', 'look')}, ${place.read()}, ${emitter.run}.maxText)`,
  )
}

export const examples: readonly StatementExample[] = [
  {
    title: 'two texts',
    stack: `var $x {
 value = "a"
}
text.prepend $x {
 value = "b"
}`,
    expect: 'ba',
  },
  {
    title: 'a number counts as its text',
    stack: `var $x {
 value = ""
}
text.prepend $x {
 value = 5
}`,
    expect: '5',
  },
]
