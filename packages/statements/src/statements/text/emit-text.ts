import { optional, required, variable } from '../../define/parameters.ts'
import type { Emit } from '../../define/emit.ts'

/** What statements that look for a text in a variable take. */
export const searched = {
  target: variable('The variable to look in.'),
  args: { value: required('text', 'Text', 'The text to look for.') },
}

/** What statements that cut characters off a variable take. */
export const trimmed = {
  target: variable(),
  args: { value: optional('text', 'Characters', 'The characters to remove; white space when left out.') },
}

/** Gives what the filter gives for the variable and the text. */
export function emitSearch(filter: string): Emit {
  return (_statement, emitter) => {
    emitter.result(emitter.filter(filter, emitter.place().read(), [emitter.argument('value')]))
  }
}

/** Writes to the variable what the filter leaves of it. */
export function emitTrim(filter: string): Emit {
  return (_statement, emitter) => {
    const place = emitter.place()
    const characters = emitter.argumentTree('value')
    place.write(emitter.filter(filter, place.read(), characters === null ? [] : [emitter.value(characters)]))
  }
}
