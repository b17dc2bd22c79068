import type { Filter } from '../../define/types.ts'
import { lambda } from './lambda.ts'
import { createObject, createObjectFromEntries, entries, keys, values } from './entries.ts'
import { as, toExpr, transform } from './expression.ts'
import { firstNotEmpty, firstNotNull } from './first-present.ts'
import { get, has } from './get.ts'
import { set, setConditional, setIfNotEmpty, setIfNotNull, unset } from './set.ts'

/** The filters of objects and of any value. */
export const objectFilters: readonly Filter[] = [
  get,
  has,
  set,
  setConditional,
  setIfNotEmpty,
  setIfNotNull,
  unset,
  keys,
  values,
  entries,
  createObject,
  createObjectFromEntries,
  firstNotNull,
  firstNotEmpty,
  transform,
  toExpr,
  as,
  lambda,
]
