import { choice } from '../../define/parameters.ts'
import { readChoice } from '../../define/read-argument.ts'
import type { Parameter } from '../../define/types.ts'
import type { ValueObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

const formats = ['object', 'base64'] as const

/** How a new key is given: as a JWK, or as text that every statement with a key takes as well. */
export const formatArg: Readonly<Record<string, Parameter>> = {
  format: choice(formats, 'Format', 'object: a JWK; base64: the same JWK as one text, to be kept in a variable.'),
}

/** The key in the format that was asked for. */
export function formatKey(key: ValueObject, args: Readonly<Record<string, Value>>): Value {
  if (readChoice(args, 'format', formats) === 'object') return key
  return Buffer.from(JSON.stringify(key)).toString('base64')
}
