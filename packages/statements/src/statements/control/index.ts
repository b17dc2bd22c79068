import type { StatementModule } from '../../define/types.ts'
import * as conditionalStatement from './conditional.ts'
import * as switchStatement from './switch.ts'
import * as foreachStatement from './foreach.ts'
import * as forStatement from './for.ts'
import * as whileStatement from './while.ts'
import * as breakStatement from './break.ts'
import * as continueStatement from './continue.ts'
import * as foreachRemoveStatement from './foreach-remove.ts'
import * as removeStatement from './remove.ts'
import * as groupStatement from './group.ts'
import * as returnStatement from './return.ts'
import * as throwStatement from './throw.ts'
import * as tryCatchStatement from './try-catch.ts'
import * as preconditionStatement from './precondition.ts'

export const control: readonly StatementModule[] = [
  conditionalStatement,
  switchStatement,
  foreachStatement,
  forStatement,
  whileStatement,
  breakStatement,
  continueStatement,
  foreachRemoveStatement,
  removeStatement,
  groupStatement,
  returnStatement,
  throwStatement,
  tryCatchStatement,
  preconditionStatement,
]
