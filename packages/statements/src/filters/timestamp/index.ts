import type { Filter } from '../../define/types.ts'
import { arithmeticFilters } from './arithmetic.ts'
import { formatTimestampFilter, parseTimestamp } from './format.ts'
import { partFilters } from './parts.ts'
import { addMsToTimestamp, addSecsToTimestamp, transformTimestamp } from './shift.ts'
import { toDays, toHours, toMinutes, toMs, toSeconds, toTimestamp } from './to-timestamp.ts'

/** The filters of category "timestamp". */
export const timestampFilters: readonly Filter[] = [
  toTimestamp,
  formatTimestampFilter,
  parseTimestamp,
  transformTimestamp,
  addSecsToTimestamp,
  addMsToTimestamp,
  toMs,
  toSeconds,
  toMinutes,
  toHours,
  toDays,
  ...partFilters,
  ...arithmeticFilters,
]
