import type { Filter } from '../../define/types.ts'
import { compareFilters } from './compare.ts'
import { inFilter } from './in.ts'
import { even, not, odd } from './test.ts'

/** The filters that answer true or false about a value. */
export const comparisonFilters: readonly Filter[] = [...compareFilters, inFilter, not, odd, even]
