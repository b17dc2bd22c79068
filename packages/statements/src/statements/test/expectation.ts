import { required } from '../../define/parameters.ts'
import { readValue } from '../../define/read-argument.ts'
import type { Run } from '../../define/types.ts'
import type { Value } from '../../values/value.ts'
import { failExpectation, shown } from './fail-expectation.ts'

/** What an expectation of a value by itself takes. */
export const sole = { subject: required('any', 'Value', 'What is looked at.'), args: {} }

/** What an expectation of a value beside another takes. */
export const paired = { ...sole, args: { value: required('any', 'Value', 'What it is compared with.') } }

/** Fails, saying that `wanted` was expected, unless `holds` of the value; `now` in milliseconds. */
export function expectSole(wanted: string, holds: (value: Value, now: () => number) => boolean): Run {
  return (args, { ports }) => {
    const value = readValue(args, 'subject')
    return holds(value, () => ports.clock.now()) ? null : failExpectation(wanted, value)
  }
}

/** Fails, saying that `wanted` and the other value were expected, unless `holds` of both. */
export function expectPaired(wanted: string, holds: (value: Value, expected: Value) => boolean): Run {
  return (args) => {
    const [value, expected] = [readValue(args, 'subject'), readValue(args, 'value')]
    return holds(value, expected) ? null : failExpectation(`${wanted} ${shown(expected)}`.trimStart(), value)
  }
}
