import type { Filter } from '../../define/types.ts'

/** The filters of category "conversion". */
export const conversionFilters: readonly Filter[] = []
