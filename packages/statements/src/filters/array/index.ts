import type { Filter } from '../../define/types.ts'

/** The filters of category "array". */
export const arrayFilters: readonly Filter[] = []
