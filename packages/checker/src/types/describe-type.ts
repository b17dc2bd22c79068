import type { Type } from './type.ts'

const words: Readonly<Record<Type['kind'], string>> = {
  any: 'a value',
  null: 'null',
  bool: 'true or false',
  int: 'a whole number',
  decimal: 'a number',
  number: 'a number',
  text: 'text',
  uuid: 'a uuid',
  timestamp: 'a time',
  file: 'a file',
  array: 'a list',
  stream: 'a stream',
  object: 'an object',
}

/** A type in the words of a message: "a list", "a whole number". */
export function describeType(type: Type): string {
  if (type.kind === 'object' && type.table !== undefined) return `a row of ${type.table}`
  return words[type.kind]
}
