import type { StatementModule } from '../../define/types.ts'
import * as logStatement from './log.ts'
import * as stopStatement from './stop.ts'

export const debug: readonly StatementModule[] = [logStatement, stopStatement]
