import { args } from './arguments.ts'
import type { Check } from './check.ts'
import { columns } from './columns.ts'
import { comparisons } from './comparisons.ts'
import { filters } from './filters.ts'
import { functionInputs } from './function-inputs.ts'
import { members } from './members.ts'
import { names } from './names.ts'
import { openWrites } from './open-writes.ts'
import { passwords } from './passwords.ts'
import { reach } from './reach.ts'
import { statements } from './statements.ts'
import { types } from './types.ts'
import { variables } from './variables.ts'

/** All checks. Nothing else names one. */
export const checks: readonly Check[] = [
  statements,
  args,
  names,
  columns,
  variables,
  members,
  functionInputs,
  filters,
  types,
  comparisons,
  reach,
  passwords,
  openWrites,
]
