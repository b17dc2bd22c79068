import type { Entry, Expression, ObjectLiteral } from '@cairn/language'
import { nowhere } from '../engine/nodes.ts'

export const emptyObject: ObjectLiteral = { kind: 'object', ...nowhere, entries: [], dangling: [], multiline: true }

export const entryNode = (key: string, value: Expression): Entry => ({
  kind: 'entry',
  ...nowhere,
  key,
  quoted: !/^[A-Za-z_]\w*$/.test(key),
  disabled: false,
  value,
})

/** Whether every part of an object is a key with its value, so that rows can show all of it. */
export const hasOnlyEntries = ({ entries }: ObjectLiteral): boolean => entries.every(({ kind }) => kind === 'entry')

/** The value of a key, or null where it is not there or disabled. */
export function entryOf(object: Expression | null, key: string): Expression | null {
  if (object?.kind !== 'object') return null
  const found = object.entries.find((item) => item.kind === 'entry' && item.key === key && !item.disabled)
  return found?.kind === 'entry' ? found.value : null
}

/** The object with a key set, in its place where it was there before; null takes the key out, and with the last one the object. */
export function withEntry(object: Expression | null, key: string, value: Expression | null): ObjectLiteral | null {
  const from = object?.kind === 'object' ? object : emptyObject
  const known = from.entries.find((item) => item.kind === 'entry' && item.key === key && !item.disabled)
  if (value === null) {
    const entries = from.entries.filter((item) => item !== known)
    return entries.length === 0 ? null : { ...from, entries }
  }
  if (known?.kind !== 'entry') return { ...from, entries: [...from.entries, entryNode(key, value)] }
  return { ...from, entries: from.entries.map((item) => (item === known ? { ...known, value } : item)) }
}

/** An object whose key is called otherwise. */
export function withKey(object: ObjectLiteral, from: string, to: string): ObjectLiteral {
  return {
    ...object,
    entries: object.entries.map((item) =>
      item.kind === 'entry' && item.key === from ? { ...item, key: to, quoted: !/^[A-Za-z_]\w*$/.test(to) } : item,
    ),
  }
}

/** An object with its n-th part one up (-1) or down (1); as it is at an end. */
export function withMoved(object: ObjectLiteral, index: number, step: -1 | 1): ObjectLiteral {
  const [one, other] = [object.entries[index], object.entries[index + step]]
  if (one === undefined || other === undefined) return object
  const entries = object.entries.map((item, at) => (at === index ? other : at === index + step ? one : item))
  return { ...object, entries }
}

/** An object with its n-th key repeated behind it, under a name that is free. */
export function withRepeated(object: ObjectLiteral, index: number): ObjectLiteral {
  const item = object.entries[index]
  if (item?.kind !== 'entry') return object
  const taken = new Set(object.entries.flatMap((other) => (other.kind === 'entry' ? [other.key] : [])))
  let key = `${item.key}_copy`
  for (let number = 2; taken.has(key); number += 1) key = `${item.key}_copy${number}`
  return { ...object, entries: object.entries.toSpliced(index + 1, 0, entryNode(key, item.value)) }
}
