import type { Literal } from './literal-value.ts'

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/

/** A time in epoch milliseconds: `2026-01-31 08:00:00+0000`, without a zone in UTC, or a number. Null: not a time. */
export function epochMilliseconds(value: Literal | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  const parts = typeof value === 'string' ? DATE.exec(value.trim()) : null
  if (parts === null) return null
  const [, day, time = '00:00', zone = 'Z'] = parts
  const milliseconds = Date.parse(`${day}T${time}${zone.replace(/^(...)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(milliseconds) ? null : milliseconds
}
