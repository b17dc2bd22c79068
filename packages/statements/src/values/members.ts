/**
 * Reading and writing one member of a value. Only own members exist: a key named `__proto__` or `constructor` is data
 * like any other, and never reaches a prototype.
 */
import { FileResource, type Value } from './value.ts'
import { isObject, type Container, type ValueObject } from './kinds.ts'
import { numberToText } from './convert.ts'
import { Visits } from './visits.ts'

const indexText = /^-?(?:0|[1-9]\d*)$/

/**
 * The member `key` of `value`, or undefined when there is none. A list takes an index (from the end when negative); any
 * other key reads that member of each element and flattens the results, as paths do.
 */
export function getMember(value: Value, key: Value, visits?: Visits): Value | undefined {
  if (Array.isArray(value)) return getListMember(value, key, visits ?? new Visits())
  if (value instanceof FileResource) return fileMember(value, key)
  if (!isObject(value)) return undefined
  const name = memberName(key)
  return name !== null && Object.hasOwn(value, name) ? value[name] : undefined
}

/** A copy of `value` with `key` set. What is no list or object becomes one. `value` itself stays as it is. */
export function setMember(value: Value, key: Value, next: Value): Container {
  const index = memberIndex(key)
  if (index !== null && (Array.isArray(value) || value === null)) return setListItem(value ?? [], index, next)
  const name = memberName(key) ?? ''
  const copy: ValueObject = Array.isArray(value) || isObject(value) ? { ...(value as ValueObject) } : {}
  setOwn(copy, name, next)
  return copy
}

/** A copy of `value` without `key`; the same value when there is no such member. */
export function unsetMember(value: Value, key: Value): Value {
  const index = memberIndex(key)
  if (Array.isArray(value)) {
    const at = index === null ? -1 : absoluteIndex(value, index)
    return at < 0 || at >= value.length ? value : value.toSpliced(at, 1)
  }
  const name = memberName(key)
  if (!isObject(value) || name === null || !Object.hasOwn(value, name)) return value
  const copy = { ...value }
  delete copy[name]
  return copy
}

/** Writes an own member of an object that is still ours to change. */
export function setOwn(object: ValueObject, key: string, value: Value): void {
  if (key !== '__proto__') {
    object[key] = value
    return
  }
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
}

/** An object of these members, in order; a later key wins. */
export function objectOf(entries: Iterable<readonly [key: string, value: Value]>): ValueObject {
  const object: ValueObject = {}
  for (const [key, value] of entries) setOwn(object, key, value)
  return object
}

/** The key as an index, or null when it is none. A decimal counts without its fraction, as a key of a PHP array does. */
export function memberIndex(key: Value): number | null {
  if (typeof key === 'number') return Number.isSafeInteger(Math.trunc(key)) ? Math.trunc(key) + 0 : null
  return typeof key === 'string' && indexText.test(key) && key.length < 16 ? Number(key) : null
}

/** The key as text, or null when a value of its kind can be no key. */
export function memberName(key: Value): string | null {
  if (typeof key === 'string') return key
  if (typeof key === 'number') return numberToText(key)
  if (typeof key === 'boolean') return key ? '1' : '0'
  return key === null ? '' : null
}

/** Where in the list an index points, counting from the end when it is negative; may be outside. */
function absoluteIndex(list: readonly Value[], index: number): number {
  return index < 0 ? list.length + index : index
}

function getListMember(list: Value[], key: Value, visits: Visits): Value | undefined {
  const index = memberIndex(key)
  if (index !== null) return list[absoluteIndex(list, index)]
  const found: Value[] = []
  visits.count(list.length)
  for (const item of list) {
    const member = isObject(item) || Array.isArray(item) ? getMember(item, key, visits) : undefined
    if (Array.isArray(member)) visits.count(member.length)
    if (Array.isArray(member)) for (const inner of member) found.push(inner)
    else if (member !== undefined) found.push(member)
  }
  return found
}

function fileMember(file: FileResource, key: Value): Value | undefined {
  if (key === 'name') return file.name
  if (key === 'mime' || key === 'type') return file.mime
  return key === 'size' ? file.size : undefined
}

/** An index beyond the end leaves no holes: the list becomes an object keyed by index, as in PHP. */
function setListItem(list: Value, index: number, next: Value): Container {
  const items = Array.isArray(list) ? list : []
  const at = absoluteIndex(items, index)
  if (at >= 0 && at < items.length) return items.with(at, next)
  if (at === items.length) return [...items, next]
  return objectOf([...Object.entries(items), [String(index), next]])
}
