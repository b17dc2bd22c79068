import type { StatementModule } from '../../define/types.ts'
import * as pushStatement from './push.ts'
import * as unshiftStatement from './unshift.ts'
import * as popStatement from './pop.ts'
import * as shiftStatement from './shift.ts'
import * as mergeStatement from './merge.ts'
import * as findStatement from './find.ts'
import * as findIndexStatement from './find-index.ts'
import * as hasStatement from './has.ts'
import * as everyStatement from './every.ts'
import * as filterStatement from './filter.ts'
import * as filterCountStatement from './filter-count.ts'
import * as mapStatement from './map.ts'
import * as groupByStatement from './group-by.ts'
import * as partitionStatement from './partition.ts'
import * as unionStatement from './union.ts'
import * as differenceStatement from './difference.ts'
import * as intersectionStatement from './intersection.ts'

export const array: readonly StatementModule[] = [
  pushStatement,
  unshiftStatement,
  popStatement,
  shiftStatement,
  mergeStatement,
  findStatement,
  findIndexStatement,
  hasStatement,
  everyStatement,
  filterStatement,
  filterCountStatement,
  mapStatement,
  groupByStatement,
  partitionStatement,
  unionStatement,
  differenceStatement,
  intersectionStatement,
]
