import { FileResource, ValueStream, type Value } from './value.ts'

export type ValueObject = { [key: string]: Value }
export type Container = Value[] | ValueObject

/** A keyed object: not a list, a file or a stream. */
export function isObject(value: Value | undefined): value is ValueObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof FileResource) &&
    !(value instanceof ValueStream)
  )
}

/** A list or an object: what has members. */
export function isContainer(value: Value | undefined): value is Container {
  return Array.isArray(value) || isObject(value)
}

export type ValueKind = 'null' | 'bool' | 'int' | 'decimal' | 'text' | 'array' | 'object' | 'file' | 'stream'

/** The language's name for what a value is. A number without a fraction is an int. */
export function typeName(value: Value): ValueKind {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'decimal'
  if (typeof value === 'string') return 'text'
  if (Array.isArray(value)) return 'array'
  if (value instanceof FileResource) return 'file'
  return value instanceof ValueStream ? 'stream' : 'object'
}

/** Whether a value counts as true: all but null, false, 0, "", "0", [] and {} do. */
export function isTruthy(value: Value): boolean {
  if (value === null || value === false || value === 0 || value === '' || value === '0') return false
  if (Array.isArray(value)) return value.length > 0
  return !isObject(value) || hasOwnKeys(value)
}

/** The opposite of `isTruthy`: "", null, 0, "0", false, [] and {} are empty. */
export function isEmpty(value: Value): boolean {
  return !isTruthy(value)
}

function hasOwnKeys(object: ValueObject): boolean {
  for (const key in object) {
    if (Object.hasOwn(object, key)) return true
  }
  return false
}
