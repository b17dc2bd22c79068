import type { Filter } from '../../define/types.ts'

/** The filters of category "security". */
export const securityFilters: readonly Filter[] = []
