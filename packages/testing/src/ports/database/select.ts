import { deepCopy, isObject, type Value, type ValueObject } from '@cairn/statements'

/** A copy of a row with the columns of `output`, all when it is null. `items.` of a page is understood. */
export function select(row: ValueObject, output: readonly string[] | null): ValueObject {
  const copy = deepCopy(row) as ValueObject
  if (output === null) return copy
  const chosen: ValueObject = {}
  for (const path of output) {
    const [column = '', ...inner] = path.replace(/^items\./, '').split('.')
    if (Object.hasOwn(copy, column)) chosen[column] = merge(chosen[column], copy[column] ?? null, inner)
  }
  return chosen
}

/** `user.name` and `user.age` make one object. */
function merge(known: Value | undefined, value: Value, path: readonly string[]): Value {
  const [key, ...rest] = path
  if (key === undefined || !isObject(value)) return value
  const base = known !== undefined && isObject(known) ? known : {}
  return Object.hasOwn(value, key) ? { ...base, [key]: merge(base[key], value[key] ?? null, rest) } : base
}
