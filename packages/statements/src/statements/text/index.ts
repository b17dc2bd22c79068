import type { StatementModule } from '../../define/types.ts'
import * as appendStatement from './append.ts'
import * as prependStatement from './prepend.ts'
import * as trimStatement from './trim.ts'
import * as ltrimStatement from './ltrim.ts'
import * as rtrimStatement from './rtrim.ts'
import * as startsWithStatement from './starts-with.ts'
import * as istartsWithStatement from './istarts-with.ts'
import * as endsWithStatement from './ends-with.ts'
import * as iendsWithStatement from './iends-with.ts'
import * as containsStatement from './contains.ts'
import * as icontainsStatement from './icontains.ts'

export const text: readonly StatementModule[] = [
  appendStatement,
  prependStatement,
  trimStatement,
  ltrimStatement,
  rtrimStatement,
  startsWithStatement,
  istartsWithStatement,
  endsWithStatement,
  iendsWithStatement,
  containsStatement,
  icontainsStatement,
]
