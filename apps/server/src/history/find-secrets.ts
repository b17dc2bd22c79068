import type { FieldDefinition } from '@cairn/language'
import { isContainer, isObject, type Value } from '@cairn/statements'
import { isSecretName } from './secret-name.ts'

const isSecret = ({ sensitive, type, name }: FieldDefinition): boolean =>
  sensitive || type === 'password' || isSecretName(name)

/** Every text and number inside a value. */
export function* leaves(value: Value | undefined): Generator<string | number> {
  if (typeof value === 'string' || typeof value === 'number') yield value
  else if (isContainer(value)) for (const inner of Object.values(value)) yield* leaves(inner)
}

/**
 * What of an input is secret: what its fields declare sensitive or a password, and what a telling name says is one, at
 * any depth.
 */
export function* inputSecrets(input: Value, fields: readonly FieldDefinition[]): Generator<string | number> {
  if (Array.isArray(input)) for (const item of input) yield* inputSecrets(item, fields)
  if (!isObject(input)) return
  for (const [name, value] of Object.entries(input)) {
    const field = fields.find((one) => one.name === name)
    if (field === undefined ? isSecretName(name) : isSecret(field)) yield* leaves(value)
    else yield* inputSecrets(value, field?.schema ?? [])
  }
}

/** The names among these path parameters whose values are secrets. */
export function secretParameters(route: string, fields: readonly FieldDefinition[]): number[] {
  return route.split('/').flatMap((segment, index) => {
    const name = /^\{(.+)\}$/.exec(segment)?.[1]
    if (name === undefined) return []
    const field = fields.find((one) => one.name === name)
    return (field === undefined ? isSecretName(name) : isSecret(field)) ? [index] : []
  })
}
