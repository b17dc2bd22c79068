import type { Filter } from '../../define/types.ts'

/** The filters of category "object". */
export const objectFilters: readonly Filter[] = []
