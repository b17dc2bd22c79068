import type { Field } from '@cairn/language'

/** A value of a type to begin with, so that a run needs no typing of quotes and braces. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  text: '',
  email: 'ada@example.com',
  password: 'quiet words 4',
  int: 1,
  decimal: 1.5,
  bool: true,
  timestamp: 'now',
  date: '2026-01-01',
  json: {},
  object: {},
}

/** The input of a run, from the fields that are declared: those with a default are left out. */
export function sampleInput(fields: readonly Field[]): Record<string, unknown> {
  const asked = fields.filter((field) => field.default === null && field.name !== '' && !field.disabled)
  return Object.fromEntries(
    asked.map(({ name, type, list }) => [name, list === null ? (SAMPLES[type] ?? null) : [SAMPLES[type] ?? null]]),
  )
}
