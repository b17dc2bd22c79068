import type { Field } from '@cairn/language'

export type Input = Record<string, unknown>

/** A JSON object from its text; null when it is none. */
export function readInput(typed: string): Input | null {
  try {
    const value: unknown = JSON.parse(typed.trim() === '' ? '{}' : typed)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Input) : null
  } catch {
    return null
  }
}

export const writeInput = (input: Input): string => JSON.stringify(input, null, 2)

const numbers: ReadonlySet<string> = new Set(['int', 'decimal'])
const texts: ReadonlySet<string> = new Set(['text', 'email', 'password', 'timestamp', 'date', 'uuid', 'enum'])

/** How a field is typed in. */
export function controlOf({ type, list }: Field): 'text' | 'number' | 'bool' | 'json' {
  if (list !== null) return 'json'
  if (numbers.has(type)) return 'number'
  return type === 'bool' ? 'bool' : texts.has(type) ? 'text' : 'json'
}

/** What is shown of a value in its control. */
export function shownInput(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  return controlOf(field) !== 'json' && typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * The value of what was typed. Nothing typed leaves the field out, but for a text, which may be empty. What can't be read
 * is sent as the text it is, so that the input's own rules answer.
 */
export function typedInput(field: Field, typed: string): unknown {
  const control = controlOf(field)
  if (control === 'text') return typed
  if (typed.trim() === '') return undefined
  if (control === 'bool') return typed === 'true'
  if (control === 'number') return Number.isFinite(Number(typed)) ? Number(typed) : typed
  try {
    return JSON.parse(typed) as unknown
  } catch {
    return typed
  }
}

/** Fields whose values are not kept in the browser. */
function isSecret({ type, body }: Field): boolean {
  if (type === 'password') return true
  return (body?.items ?? []).some(
    (item) =>
      item.kind === 'attribute' && item.name === 'sensitive' && item.value.kind === 'boolean' && item.value.value,
  )
}

/** An input without what is secret. */
export function withoutSecrets(input: Input, fields: readonly Field[]): Input {
  const secret = new Set(fields.filter(isSecret).map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => !secret.has(name) && !/password|token|secret/i.test(name)),
  )
}
