/** What is known of a value ahead of a run. Every value may also be null: a type says what it is when it is not. */
export type Type =
  | { kind: ScalarKind; /** The password column it was read from, as `user.password`. */ secret?: string }
  | { kind: 'array' | 'stream'; items: Type }
  | ObjectType

export type ScalarKind =
  /** Nothing is known: no check says anything about it. */
  'any' | 'null' | 'bool' | 'int' | 'decimal' | 'number' | 'text' | 'uuid' | 'timestamp' | 'file'

export interface ObjectType {
  kind: 'object'
  fields: ReadonlyMap<string, Type>
  /** It may have other fields too. */
  open: boolean
  /** What is read by name only: `$user.password` of a row that shows no password. */
  hidden?: ReadonlyMap<string, Type>
  /** The table it is a row of. */
  table?: string
}

export const any: Type = { kind: 'any' }
export const nothing: Type = { kind: 'null' }
export const bool: Type = { kind: 'bool' }
export const int: Type = { kind: 'int' }
export const number: Type = { kind: 'number' }
export const text: Type = { kind: 'text' }
export const anyObject: Type = { kind: 'object', fields: new Map(), open: true }

export function listOf(items: Type): Type {
  return { kind: 'array', items }
}

export function objectOf(fields: Iterable<readonly [string, Type]>, open = false): ObjectType {
  return { kind: 'object', fields: new Map(fields), open }
}
