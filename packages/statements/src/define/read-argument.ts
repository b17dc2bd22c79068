import { StackError } from '../values/error.ts'
import { FileResource, ValueStream, type Value } from '../values/value.ts'

type Arguments = Readonly<Record<string, Value>>

/** An argument as it was given, null when it was left out. */
export function readValue(args: Arguments, name: string): Value {
  return args[name] ?? null
}

/** Text; numbers and booleans count as their text. Anything else is `invalid_argument`. */
export function readText(args: Arguments, name: string): string {
  const value = readValue(args, name)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw invalidArgument(name, 'text', value)
}

/** Text, or null when it was left out or is empty. */
export function readOptionalText(args: Arguments, name: string): string | null {
  const value = readValue(args, name)
  return value === null || value === '' ? null : readText(args, name)
}

/** A finite number; text that reads as one counts. */
export function readNumber(args: Arguments, name: string): number {
  const value = readValue(args, name)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw invalidArgument(name, 'a number', value)
}

/** A whole number no smaller than `min`. */
export function readInteger(args: Arguments, name: string, min = Number.MIN_SAFE_INTEGER): number {
  const number = readNumber(args, name)
  if (Number.isSafeInteger(number) && number >= min) return number
  const bound = min === Number.MIN_SAFE_INTEGER ? 'a whole number' : `a whole number of at least ${min}`
  throw invalidArgument(name, bound, number)
}

/** A boolean; null is false, and the words, 0 and 1 that stand for one count. */
export function readBoolean(args: Arguments, name: string): boolean {
  const value = readValue(args, name)
  if (value === null || value === false || value === 'false' || value === 0 || value === '') return false
  if (value === true || value === 'true' || value === 1) return true
  throw invalidArgument(name, 'true or false', value)
}

/** An object; null and the empty array count as the empty object. */
export function readObject(args: Arguments, name: string): { [key: string]: Value } {
  const value = readValue(args, name)
  if (value === null || (Array.isArray(value) && value.length === 0)) return {}
  if (isPlainObject(value)) return value
  throw invalidArgument(name, 'an object', value)
}

/** A file that came with the request or was made by a statement. */
export function readFile(args: Arguments, name: string): FileResource {
  const value = readValue(args, name)
  if (value instanceof FileResource) return value
  throw invalidArgument(name, 'a file', value)
}

/** One of `values`, exactly. */
export function readChoice<Choice extends string>(args: Arguments, name: string, values: readonly Choice[]): Choice {
  const text = readText(args, name)
  const found = values.find((value) => value === text)
  if (found !== undefined) return found
  throw new StackError('standard', 'invalid_argument', `"${text}" is not a possible ${name}.`, {
    hint: `Use one of: ${values.join(', ')}.`,
  })
}

/** Whether a value is an object with keys (no array, no file, no stream). */
function isPlainObject(value: Value): value is { [key: string]: Value } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof FileResource) && !(value instanceof ValueStream)
}

/** The error for an argument of the wrong type. Says what came, never its content. */
export function invalidArgument(name: string, expected: string, value: Value): StackError {
  return new StackError('standard', 'invalid_argument', `${name} must be ${expected}, not ${describe(value)}.`)
}

function describe(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (value instanceof FileResource) return 'a file'
  if (value instanceof ValueStream) return 'a stream'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'number' ? `the number ${value}` : `a ${typeof value === 'string' ? 'text' : 'boolean'}`
}
