import type { Filter } from '../../define/types.ts'

/** The filters of category "comparison". */
export const comparisonFilters: readonly Filter[] = []
