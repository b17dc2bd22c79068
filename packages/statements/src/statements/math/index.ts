import type { StatementModule } from '../../define/types.ts'
import * as addStatement from './add.ts'
import * as subStatement from './sub.ts'
import * as mulStatement from './mul.ts'
import * as divStatement from './div.ts'
import * as modStatement from './mod.ts'
import * as bitwiseAndStatement from './bitwise-and.ts'
import * as bitwiseOrStatement from './bitwise-or.ts'
import * as bitwiseXorStatement from './bitwise-xor.ts'

export const math: readonly StatementModule[] = [
  addStatement,
  subStatement,
  mulStatement,
  divStatement,
  modStatement,
  bitwiseAndStatement,
  bitwiseOrStatement,
  bitwiseXorStatement,
]
