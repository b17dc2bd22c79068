import { js, literalCode } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import { evaluateOperator } from '../../operators/operators.ts'

const signs = { '+': js`+`, '-': js`-`, '*': js`*`, '/': null, '%': null } as const

/** A statement that sets its variable to `variable operator value`. Numbers take the short way. */
export function mutate(operator: keyof typeof signs): Emit {
  return (_statement, emitter) => {
    const [place, old, value] = [emitter.place(), emitter.local(), emitter.local()]
    emitter.line(js`${old} = ${place.read()}`)
    emitter.line(js`${value} = ${emitter.argument('value', 'look')}`)
    const slow = js`${emitter.constant(evaluateOperator)}(${literalCode(operator)}, ${old}, ${value})`
    const sign = signs[operator]
    if (sign === null) return place.write(slow)
    place.write(js`(typeof ${old} === 'number' && typeof ${value} === 'number' ? ${old} ${sign} ${value} : ${slow})`)
  }
}
