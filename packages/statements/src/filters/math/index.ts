import type { Filter } from '../../define/types.ts'

/** The filters of category "math". */
export const mathFilters: readonly Filter[] = []
