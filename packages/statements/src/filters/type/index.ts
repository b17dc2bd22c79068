import type { Filter } from '../../define/types.ts'
import { toBool, toDecimal, toInt, toText } from './convert.ts'
import { typeTests } from './is.ts'

/** The filters that say what a value is, or make it another type. */
export const typeFilters: readonly Filter[] = [toText, toInt, toDecimal, toBool, ...typeTests]
