import type { WatchStatement } from '@cairn/database'
import type { TraceRecorder } from '@cairn/runtime'
import type { Value } from '@cairn/statements'

/** Tells a trace of the SQL that a run sends, with the values bound to it. */
export const sqlEffects =
  (recorder: TraceRecorder): WatchStatement =>
  (sql, values) => {
    const end = recorder.effect('sql', sql, [['values', values.map(asValue)]])
    return (ended) => end(ended)
  }

/** What is bound is what a column's type made of a value: dates, lists, bytes. */
function asValue(bound: unknown): Value {
  if (bound === null || bound === undefined) return null
  if (typeof bound === 'bigint') return bound.toString()
  if (bound instanceof Date) return bound.toISOString()
  if (bound instanceof Uint8Array) return `(${bound.byteLength} bytes)`
  if (Array.isArray(bound)) return bound.map(asValue)
  if (typeof bound === 'object') return JSON.stringify(bound)
  return typeof bound === 'string' || typeof bound === 'number' || typeof bound === 'boolean' ? bound : null
}
