import type { Filter } from '../../define/types.ts'

/** The filters of category "timestamp". */
export const timestampFilters: readonly Filter[] = []
