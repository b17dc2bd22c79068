import type { Expression, FieldDefinition } from '@cairn/language'
import { isContainer } from '../values/kinds.ts'
import type { Value } from '../values/value.ts'
import type { InputTime, InputType } from './types/input-type.ts'

export type EvaluateDefault = (expression: Expression, now: number) => Value

/**
 * What a field that was left out is: its default in the form of its type (`int position?="-1"` is a number), or null.
 * Rules are for what comes from outside, a default is the author's own.
 */
export function defaultOf(
  field: FieldDefinition,
  type: InputType,
  evaluate: EvaluateDefault,
): (time: InputTime) => Value {
  const expression = field.default
  if (expression === null) return () => null
  const make = (time: InputTime): Value => inForm(evaluate(expression, time.now), field, type, time)
  return isConstant(expression, field) ? once(make) : make
}

function inForm(value: Value, field: FieldDefinition, type: InputType, time: InputTime): Value {
  if (value === null || isContainer(value)) return value
  if (value === '' && (field.list !== null || !type.holdsEmptyText)) return null
  const converted = type.convert(value, time)
  return field.list === null ? converted : [converted]
}

/** Whether it is the same at each request. */
function isConstant(expression: Expression, field: FieldDefinition): boolean {
  if (field.type === 'timestamp' || field.type === 'date') return false
  return expression.kind === 'text' || expression.kind === 'number' || expression.kind === 'boolean'
}

function once(make: (time: InputTime) => Value): (time: InputTime) => Value {
  let made: Value | undefined
  return (time) => (made ??= make(time))
}
