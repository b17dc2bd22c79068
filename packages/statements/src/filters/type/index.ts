import type { Filter } from '../../define/types.ts'

/** The filters of category "type". */
export const typeFilters: readonly Filter[] = []
