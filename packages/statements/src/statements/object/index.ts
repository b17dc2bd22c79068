import type { StatementModule } from '../../define/types.ts'
import * as keysStatement from './keys.ts'
import * as valuesStatement from './values.ts'
import * as entriesStatement from './entries.ts'

export const object: readonly StatementModule[] = [keysStatement, valuesStatement, entriesStatement]
