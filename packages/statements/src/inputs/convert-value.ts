import type { FieldType } from '@cairn/language'
import type { Value } from '../values/value.ts'
import { Refusal } from './refusal.ts'
import type { InputTime, InputType } from './types/input-type.ts'
import { inputType, type TypeSettings } from './types/input-types.ts'

/**
 * One value in the form of a column's or an input's type; a StackError `inputerror` with `payload.param` says what does
 * not fit. Null stays null, and "" is null for a type that has no such value. `settings`: an enum's values, a vector's
 * size.
 */
export function convertValue(
  type: FieldType,
  value: Value,
  name: string,
  time: InputTime,
  settings: TypeSettings = { values: [], size: null },
): Value {
  try {
    return convert(inputType(type, settings), value, time)
  } catch (error) {
    throw error instanceof Refusal ? error.inside(name).toStackError() : error
  }
}

function convert(type: InputType, value: Value, time: InputTime): Value {
  if (value === null || (value === '' && !type.holdsEmptyText)) return null
  const converted = type.convert(value, time)
  if (converted !== null) type.check?.(converted)
  return converted
}
