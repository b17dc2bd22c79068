import type { Limits } from '@cairn/runtime'

/** What one request may use up. */
export const defaultLimits: Limits = {
  deadline: 60_000,
  maxDepth: 256,
  maxText: 64 * 1024 * 1024,
  maxArray: 1_000_000,
}
