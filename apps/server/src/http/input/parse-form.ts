import { StackError, type Value } from '@cairn/statements'

/** Fields of one form, query string or multipart body. */
export type Fields = [name: string, value: Value][]

export const maxFields = 1000
const maxNesting = 32

/** A list or object under construction, in order of arrival. */
type Nest = Map<string, Nest | Value>

/**
 * `a=1&b[]=2&b[]=3&c[x][y]=4` as `{ a: "1", b: ["2", "3"], c: { x: { y: "4" } } }`. The last of several equal names
 * wins. Throws a 400 for broken escapes, too many fields and too deep brackets.
 */
export function parseForm(text: string): Record<string, Value> {
  if (text === '') return {}
  return nestFields(text.split('&').filter(Boolean).map(readPair))
}

/** The same for fields that were already decoded. Names are data: `__proto__` becomes an ordinary own key. */
export function nestFields(fields: Fields): Record<string, Value> {
  if (fields.length > maxFields) throw refuse(`The request has more than ${maxFields} fields.`)
  const flat = flatFields(fields)
  if (flat !== null) return flat
  const root: Nest = new Map()
  for (const [name, value] of fields) place(root, keysOf(name), value)
  return Object.fromEntries([...root].map(([key, value]) => [key, finish(value)]))
}

/** The fields as they are where no name has brackets; null where one has. */
function flatFields(fields: Fields): Record<string, Value> | null {
  const flat: Record<string, Value> = {}
  for (const [name, value] of fields) {
    if (name === '__proto__' || name.includes('[')) return null
    flat[name] = value
  }
  return flat
}

function readPair(pair: string): [string, string] {
  const equals = pair.indexOf('=')
  if (equals === -1) return [decode(pair), '']
  return [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    throw refuse('Unable to decode input')
  }
}

function keysOf(name: string): string[] {
  const open = name.indexOf('[')
  if (open <= 0 || !name.endsWith(']')) return [name]
  const keys = [name.slice(0, open), ...name.slice(open + 1, -1).split('][')]
  if (keys.length > maxNesting) throw refuse(`A field's name is nested more than ${maxNesting} deep.`)
  return keys
}

function place(root: Nest, keys: string[], value: Value): void {
  let nest = root
  for (const key of keys.slice(0, -1)) nest = enter(nest, key)
  nest.set(keyIn(nest, keys.at(-1)!, nest !== root), value)
}

function enter(nest: Nest, key: string): Nest {
  const existing = nest.get(key)
  if (existing instanceof Map) return existing
  const inner: Nest = new Map()
  nest.set(keyIn(nest, key, false), inner)
  return inner
}

/** `[]` takes the next free position. */
function keyIn(nest: Nest, key: string, inside: boolean): string {
  return key === '' && inside ? String(nest.size) : key
}

function finish(value: Nest | Value): Value {
  if (!(value instanceof Map)) return value
  const entries = [...value].map(([key, inner]): [string, Value] => [key, finish(inner)])
  const isList = entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

function refuse(message: string): StackError {
  return new StackError('badrequest', 'bad_form', message, { payload: '' })
}
