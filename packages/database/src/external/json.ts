import { StackError, type Value } from '@cairn/statements'

export type JsonObject = { [key: string]: Value }

/** A request's filter or sort cannot be used: says where and how it is written right. */
export function refuse(message: string, hint: string, param: string): never {
  throw new StackError('inputerror', 'invalid_filter', message, { hint, payload: { param } })
}

/** What a request gave, read from JSON when it is text; null when there is nothing to apply. */
export function readJson(given: Value, param: string): Value {
  if (typeof given !== 'string') return given
  if (given.trim() === '') return null
  try {
    return JSON.parse(given) as Value
  } catch {
    return refuse(`The ${param} is not JSON.`, 'Send it as JSON text or as an object.', param)
  }
}

export function isObject(value: Value | undefined): value is JsonObject {
  return value !== null && value !== undefined && typeof value === 'object' && !Array.isArray(value)
}

/** Refuses members that mean nothing here: one left out unseen would answer with rows that were to be filtered. */
export function onlyMembers(object: JsonObject, known: readonly string[], param: string): void {
  for (const [key, value] of Object.entries(object)) {
    const isEmpty = Array.isArray(value) && value.length === 0
    if (known.includes(key) || isEmpty) continue
    refuse(`The ${param} has a member "${key}" that is not known.`, `Known are: ${known.join(', ')}.`, param)
  }
}
