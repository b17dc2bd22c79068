import type { RecordingRule } from '@cairn/workspace'

/** Of endpoints without a rule of their own: what went wrong or took long, and an example a minute. */
export const defaultRule: RecordingRule = { errors: true, slowMs: 1_000, perMinute: 1 }
