import { FileResource, StackError, ValueStream, type Value } from '@cairn/statements'

/** A value as the text a cache keeps. Throws StackError `invalid_argument` for a file or stream, which has no such form. */
export function encodeValue(value: Value): string {
  return JSON.stringify(value, refuseFiles)
}

export function decodeValue(text: string): Value {
  return JSON.parse(text) as Value
}

export function wrongType(key: string): StackError {
  return new StackError('standard', 'cache_wrong_type', `The cache's "${key}" is of another kind than this needs.`, {
    hint: 'Lists and plain values take statements of their own; use another key or delete this one first.',
  })
}

export function notNumeric(key: string): StackError {
  return new StackError('standard', 'not_numeric', `The cache's "${key}" is not a whole number that can be counted.`)
}

/** Throws StackError `invalid_argument` for what is no duration. Returns milliseconds. */
export function checkTtl(seconds: number): number {
  if (seconds >= 0 && seconds <= 1e11) return Math.ceil(seconds * 1000)
  throw new StackError('standard', 'invalid_argument', 'ttl must be a number of seconds; 0 means no expiry.')
}

export function checkWhole(name: string, number: number): number {
  if (Number.isSafeInteger(number)) return number
  throw new StackError('standard', 'invalid_argument', `${name} must be a whole number.`)
}

function refuseFiles(_key: string, value: unknown): unknown {
  if (!(value instanceof FileResource) && !(value instanceof ValueStream)) return value
  throw new StackError('standard', 'invalid_argument', 'A file or stream cannot be kept in the cache.', {
    hint: 'Store the file and keep its path.',
  })
}
