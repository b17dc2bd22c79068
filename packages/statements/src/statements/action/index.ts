import type { StatementModule } from '../../define/types.ts'
import * as awaitStatement from './await.ts'
import * as call from './call.ts'

/** Statements of installed actions and of functions beside the stack. */
export const action: readonly StatementModule[] = [call, awaitStatement]
