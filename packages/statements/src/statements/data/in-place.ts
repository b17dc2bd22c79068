import type { Expression, Statement } from '@cairn/language'
import { js } from '../../define/code.ts'
import type { Emitter } from '../../define/emit.ts'
import { unwrapped } from './unwrapped.ts'

/**
 * `var.update $x { value = $x|push:… }` adds to the list where it is, so that building one in a loop costs what it should.
 * Whether the variable is the list's only holder is asked when it runs. False where the value has another form.
 */
export function inPlace(statement: Statement, value: Expression, emitter: Emitter): boolean {
  if (statement.target?.kind !== 'variable' || value.kind !== 'filter' || value.disabled) return false
  const base = unwrapped(value.base)
  if (base.kind !== 'variable' || base.name !== statement.target.name) return false
  const [first, second] = value.args
  if ((value.name === 'push' || value.name === 'append') && first !== undefined && second === undefined) {
    const [added, place] = [emitter.local(), emitter.place()]
    emitter.line(js`${added} = ${emitter.value(first)}`)
    emitter.block(js`if (Array.isArray(${place.read()}))`, () => {
      const list = place.ownList()
      emitter.line(js`if (${list}.push(${added}) > run.maxArray) run.tooLong()`)
    })
    emitter.block(js`else`, () => place.write(emitter.filter(value.name, place.read(), [added])))
    return true
  }
  if (value.name !== 'set' || first === undefined || second === undefined || value.args.length !== 2) return false
  const [key, next, place] = [emitter.local(), emitter.local(), emitter.place()]
  emitter.line(js`${key} = ${emitter.value(first)}`)
  emitter.line(js`${next} = ${emitter.value(second)}`)
  place.setMember(key, next, () => emitter.filter('set', place.read(), [key, next]))
  return true
}
