import type { Filter } from '../../define/types.ts'

/** The filters of category "text". */
export const textFilters: readonly Filter[] = []
