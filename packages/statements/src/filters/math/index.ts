import type { Filter } from '../../define/types.ts'
import { bitwiseFilters } from './bitwise.ts'
import { functionFilters } from './functions.ts'
import { max, min } from './min-max.ts'
import { arithmeticFilters } from './operators.ts'
import { log, pow } from './power.ts'
import { numberFormat, round } from './round.ts'

/** The filters of numbers. */
export const mathFilters: readonly Filter[] = [
  ...arithmeticFilters,
  round,
  numberFormat,
  min,
  max,
  pow,
  log,
  ...functionFilters,
  ...bitwiseFilters,
]
