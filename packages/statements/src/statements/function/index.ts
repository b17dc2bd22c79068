import type { StatementModule } from '../../define/types.ts'
import * as runStatement from './run.ts'
import * as callStatement from './call.ts'
import * as getVarsStatement from './get-vars.ts'
import * as postProcessStatement from './post-process.ts'
import * as transactionStatement from './transaction.ts'

export const functions: readonly StatementModule[] = [
  runStatement,
  callStatement,
  getVarsStatement,
  postProcessStatement,
  transactionStatement,
]
