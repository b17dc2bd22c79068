/** What generated code calls where its fast path does not hold. */
import {
  getMember,
  isObject,
  memberName,
  setMember,
  setOwn,
  StackError,
  toBool,
  toDecimal,
  toInt,
  toText,
  ValueStream,
  FileResource,
  type Value,
  type ValueObject,
} from '@cairn/statements'
import type { Run } from './run.ts'

/** Reads a member; what is not there is null. */
function member(value: Value, key: Value): Value {
  return getMember(value, key) ?? null
}

/** Reads a plain key of an object, or what the language says of other values. */
export function plainMember(value: Value, key: string): Value {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (value instanceof FileResource || value instanceof ValueStream) return getMember(value, key) ?? null
    return Object.hasOwn(value, key) ? (value[key] ?? null) : null
  }
  return getMember(value, key) ?? null
}

export function at(value: Value, index: Value): Value {
  if (Array.isArray(value) && typeof index === 'number' && index >= 0) {
    const found = value[index]
    if (found !== undefined) return found
  }
  return getMember(value, index) ?? null
}

export function concat(left: Value, right: Value, run: Run): string {
  const text = (typeof left === 'string' ? left : toText(left)) + (typeof right === 'string' ? right : toText(right))
  if (text.length > run.maxText) throw textTooLong(run.maxText)
  return text
}

function textTooLong(most: number): StackError {
  return new StackError('standard', 'text_too_long', `The text is longer than ${most} characters.`)
}

export function arrayTooLong(most: number): StackError {
  return new StackError('standard', 'array_too_long', `The array has more than ${most} elements.`)
}

export function range(from: Value, to: Value, run: Run): Value[] {
  const [first, last] = [toInt(from), toInt(to)]
  const count = Math.abs(last - first) + 1
  if (count > run.maxArray) throw arrayTooLong(run.maxArray)
  run.spend(count)
  const step = first <= last ? 1 : -1
  return Array.from({ length: count }, (_, index) => first + index * step)
}

/** The key that a value names: a scalar as text. */
export function keyText(value: Value): string {
  return memberName(value) ?? toText(value)
}

/** The members that `...value` adds to an object. */
export function objectSpread(value: Value): ValueObject {
  if (value === null) return {}
  if (Array.isArray(value) || isObject(value)) return value as ValueObject
  throw new StackError('standard', 'not_spreadable', 'Only an object or an array can be spread.')
}

export function arraySpread(value: Value): Value[] {
  if (value === null) return []
  if (Array.isArray(value)) return value
  if (isObject(value)) return Object.values(value)
  throw new StackError('standard', 'not_spreadable', 'Only an object or an array can be spread.')
}

/** What `foreach` goes over, in order. */
export function elements(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (isObject(value)) return Object.values(value)
  if (value === null) return []
  throw new StackError('standard', 'not_iterable', 'Please use a numerically indexed array.')
}

/** What `foreach` goes over when a stream may be among it: a list, or something to ask for one element after another. */
export function asyncElements(value: Value): readonly Value[] | AsyncIterator<Value> {
  return value instanceof ValueStream ? value.items[Symbol.asyncIterator]() : elements(value)
}

/** A list that a statement changes in place. */
export function list(value: Value): Value[] {
  if (Array.isArray(value)) return value
  throw new StackError('standard', 'not_an_array', 'Variable is not an array.')
}

/** What stands at `keys`. */
export function readIn(value: Value, keys: readonly Value[]): Value {
  let found = value
  for (const key of keys) found = member(found, key)
  return found
}

/** `value` with what stands at `keys` replaced. `owned`: the outermost container may be changed in place. */
export function setIn(value: Value | undefined, keys: readonly Value[], next: Value, owned: boolean): Value {
  return setFrom(value ?? null, keys, 0, next, owned)
}

function setFrom(value: Value, keys: readonly Value[], depth: number, next: Value, owned: boolean): Value {
  const key = keys[depth]!
  const inner = depth === keys.length - 1 ? next : setFrom(ownMember(value, key), keys, depth + 1, next, false)
  if (!owned) return setMember(value, key, inner)
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || !Number.isInteger(key) || key < 0 || key > value.length)
      return setMember(value, key, inner)
    value[key] = inner
    return value
  }
  if (!isObject(value) || typeof key !== 'string') return setMember(value, key, inner)
  setOwn(value, key, inner)
  return value
}

/** A member for writing: a list's non-index key is no mapping here. */
function ownMember(value: Value, key: Value): Value {
  if (Array.isArray(value) && typeof key === 'string' && !/^-?\d+$/.test(key)) return null
  return getMember(value, key) ?? null
}

const plainKey = /^[A-Za-z_]\w*$/

/** Whether `|set` of this key on this value may be done in place (no path, no list). */
export function setsPlainly(value: Value | undefined, key: Value): value is ValueObject {
  if (value === undefined || Array.isArray(value) || !isObject(value)) return false
  return typeof key === 'string' && (plainKey.test(key) || Object.hasOwn(value, key))
}

export function setPlain(value: ValueObject, key: string, next: Value, owned: boolean): ValueObject {
  const target = owned ? value : { ...value }
  setOwn(target, key, next)
  return target
}

/** `!type value`. */
export function cast(type: string, value: Value): Value {
  if (type === 'int') return toInt(value)
  if (type === 'decimal') return toDecimal(value)
  if (type === 'bool') return toBool(value)
  if (type === 'text') return typeof value === 'string' ? value : toText(value)
  return value
}

export { evaluateOperator } from '@cairn/statements'
