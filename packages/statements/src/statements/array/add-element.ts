import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import { required, variable } from '../../define/parameters.ts'

/** What statements that put an element into a list variable take. */
export const added = { target: variable(), args: { value: required('any', 'Value', 'The element.') } }

/** Puts the element at an end of the list in the variable. */
export function emitAdd(method: 'push' | 'unshift'): Emit {
  const add = method === 'push' ? js`push` : js`unshift`
  return (_statement, emitter) => {
    const element = emitter.local()
    emitter.line(js`${element} = ${emitter.argument('value')}`)
    emitter.line(js`if (${emitter.place().ownList()}.${add}(${element}) > run.maxArray) run.tooLong()`)
  }
}
