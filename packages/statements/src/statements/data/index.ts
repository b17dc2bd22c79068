import type { StatementModule } from '../../define/types.ts'
import * as createVariableStatement from './var.ts'
import * as updateStatement from './update.ts'

export const data: readonly StatementModule[] = [createVariableStatement, updateStatement]
