import { MASK } from '@cairn/contract'
import type { Field } from '@cairn/language'
import { controlOf, typedInput, type Input } from '../input-text.ts'

/** The input of a recorded request, as a form takes it. */
export interface RecordedInput {
  input: Input
  /** Fields that hold a secret, which was masked: they are left to fill in. */
  masked: string[]
}

/** What a form begins with to run a recorded request again. Texts of a query string become what their fields are. */
export function recordedInput(recorded: Input, fields: readonly Field[]): RecordedInput {
  const input: Input = {}
  const masked: string[] = []
  for (const [name, value] of Object.entries(recorded)) {
    const shown = withoutMasks(value)
    if (shown.masked) masked.push(name)
    const field = fields.find((one) => one.name === name)
    if (shown.masked && (field === undefined || controlOf(field) !== 'json')) continue
    input[name] = field !== undefined && typeof shown.value === 'string' ? typedInput(field, shown.value) : shown.value
  }
  return { input, masked }
}

/** A value with nothing in the place of each masked text inside it. */
function withoutMasks(value: unknown): { value: unknown; masked: boolean } {
  if (typeof value === 'string') return value.includes(MASK) ? { value: '', masked: true } : { value, masked: false }
  if (typeof value !== 'object' || value === null) return { value, masked: false }
  const parts = Object.entries(value).map(([key, inner]) => [key, withoutMasks(inner)] as const)
  const masked = parts.some(([, part]) => part.masked)
  if (Array.isArray(value)) return { value: parts.map(([, part]) => part.value), masked }
  return { value: Object.fromEntries(parts.map(([key, part]) => [key, part.value])), masked }
}
