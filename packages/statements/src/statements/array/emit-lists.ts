import { js, type Code } from '../../define/code.ts'
import { required } from '../../define/parameters.ts'
import type { Emit } from '../../define/emit.ts'
import type { EachFunction, Parameter } from '../../define/types.ts'
import type { Value } from '../../values/value.ts'
import { listOf } from './list-of.ts'

const listSubject = required('array', 'Array', 'The array.')

/** What statements that ask something of each element take. */
export const tested = {
  subject: listSubject,
  condition: {
    kind: 'each',
    type: 'bool',
    label: 'Condition',
    help: 'Asked of each element, which is $this.',
    required: true,
  },
  args: {},
} as const

/** What statements that evaluate something for each element take. */
export const evaluated = {
  subject: listSubject,
  args: {
    by: { kind: 'each', type: 'any', label: 'By', help: 'Evaluated for each element, which is $this.', required: true },
  },
} as const

const sameBy: Parameter = {
  kind: 'each',
  type: 'any',
  label: 'By',
  help: 'What makes two elements the same; the element itself when left out.',
  required: false,
}

/** What statements that put two lists beside each other take. */
export const compared = {
  subject: listSubject,
  args: { value: required('array', 'Other list', 'The list to compare with.'), by: sameBy },
}

/** Gives what `write` makes of the code of the list and of the function that tests an element. */
export function emitTested(write: (list: Code, test: Code) => Code): Emit {
  return (_statement, emitter) => {
    const list = js`${emitter.constant(listOf)}(${emitter.value(emitter.subject())})`
    emitter.result(write(list, emitter.eachFunction(emitter.subjectCondition(), 'condition')))
  }
}

/** Gives what `apply` makes of the list and of the function that is evaluated for each element. */
export function emitEvaluated(apply: (list: Value, by: EachFunction) => Value): Emit {
  return (statement, emitter) => {
    const by = emitter.argumentTree('by') ?? emitter.fail('missing_argument', `${statement.name} needs "by".`)
    const list = emitter.value(emitter.subject())
    emitter.result(js`${emitter.constant(apply)}(${list}, ${emitter.eachFunction(by, 'value')})`)
  }
}

/** Gives what `combine` makes of both lists and of the function that says what makes elements the same, or null. */
export function emitCompared(combine: (first: Value, second: Value, by: EachFunction | null) => Value): Emit {
  return (_statement, emitter) => {
    const by = emitter.argumentTree('by')
    const key = by === null ? js`null` : emitter.eachFunction(by, 'value')
    const list = emitter.value(emitter.subject())
    emitter.result(js`${emitter.constant(combine)}(${list}, ${emitter.argument('value')}, ${key})`)
  }
}
