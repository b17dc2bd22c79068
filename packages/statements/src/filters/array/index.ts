import type { Filter } from '../../define/types.ts'
import { append, prepend, push, unshift } from './add-element.ts'
import { arrayMax, arrayMin, avg, product, sum } from './aggregates.ts'
import { count, first, last, pop, shift } from './ends.ts'
import { filterKinds } from './filter-kind.ts'
import { lambdas } from './lambdas.ts'
import { fill, fillKeys, range, safeArray } from './make-list.ts'
import { merge, mergeRecursive } from './merge.ts'
import { reverse, shuffle } from './order.ts'
import { every, find, findIndex, some } from './per-element-search.ts'
import { filter, map, reduce } from './per-element.ts'
import { pick, unpick } from './pick.ts'
import { remove } from './remove.ts'
import { diff, diffAssoc, intersect, intersectAssoc, unique } from './sets.ts'
import { flatten, indexBy, join, slice } from './shape.ts'
import { sort } from './sort.ts'

/** The filters of lists. */
export const arrayFilters: readonly Filter[] = [
  first,
  last,
  count,
  slice,
  reverse,
  sort,
  shuffle,
  unique,
  flatten,
  join,
  indexBy,
  map,
  filter,
  reduce,
  some,
  every,
  find,
  findIndex,
  pick,
  unpick,
  push,
  unshift,
  pop,
  shift,
  append,
  prepend,
  remove,
  merge,
  mergeRecursive,
  diff,
  diffAssoc,
  intersect,
  intersectAssoc,
  ...filterKinds,
  sum,
  avg,
  product,
  arrayMin,
  arrayMax,
  range,
  fill,
  fillKeys,
  safeArray,
  ...lambdas,
]
