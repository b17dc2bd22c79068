import type { StatementModule } from './define/types.ts'
import { api } from './statements/api/index.ts'
import { array } from './statements/array/index.ts'
import { cache } from './statements/cache/index.ts'
import { control } from './statements/control/index.ts'
import { data } from './statements/data/index.ts'
import { database } from './statements/database/index.ts'
import { debug } from './statements/debug/index.ts'
import { functions } from './statements/function/index.ts'
import { math } from './statements/math/index.ts'
import { object } from './statements/object/index.ts'
import { security } from './statements/security/index.ts'
import { text } from './statements/text/index.ts'
import { utility } from './statements/utility/index.ts'

/** Every statement by name. A category's list is all that names its statements. */
export const catalogue: ReadonlyMap<string, StatementModule> = new Map(
  [api, array, cache, control, data, database, debug, functions, math, object, security, text, utility]
    .flat()
    .map((module) => [module.definition.name, module]),
)
