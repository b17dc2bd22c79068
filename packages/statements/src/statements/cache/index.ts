import type { StatementModule } from '../../define/types.ts'
import * as count from './count.ts'
import * as decrement from './decrement.ts'
import * as deleteValue from './delete.ts'
import * as get from './get.ts'
import * as has from './has.ts'
import * as increment from './increment.ts'
import * as keys from './keys.ts'
import * as pop from './pop.ts'
import * as push from './push.ts'
import * as range from './range.ts'
import * as rateLimit from './rate-limit.ts'
import * as remove from './remove.ts'
import * as set from './set.ts'
import * as shift from './shift.ts'
import * as unshift from './unshift.ts'

/** Statements of the shared cache, in the order of the palette. */
export const cache: readonly StatementModule[] = [
  set,
  get,
  has,
  deleteValue,
  increment,
  decrement,
  keys,
  push,
  unshift,
  pop,
  shift,
  remove,
  count,
  range,
  rateLimit,
]
