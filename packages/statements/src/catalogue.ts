import type { StatementModule } from './define/types.ts'
import { action } from './statements/action/index.ts'
import { ai } from './statements/ai/index.ts'
import { api } from './statements/api/index.ts'
import { array } from './statements/array/index.ts'
import { cache } from './statements/cache/index.ts'
import { cloud } from './statements/cloud/index.ts'
import { control } from './statements/control/index.ts'
import { data } from './statements/data/index.ts'
import { database } from './statements/database/index.ts'
import { debug } from './statements/debug/index.ts'
import { functions } from './statements/function/index.ts'
import { math } from './statements/math/index.ts'
import { object } from './statements/object/index.ts'
import { security } from './statements/security/index.ts'
import { storage } from './statements/storage/index.ts'
import { stream } from './statements/stream/index.ts'
import { test } from './statements/test/index.ts'
import { text } from './statements/text/index.ts'
import { utility } from './statements/utility/index.ts'
import { zip } from './statements/zip/index.ts'

/** Every statement by name. A category's list is all that names its statements. */
export const catalogue: ReadonlyMap<string, StatementModule> = new Map(
  [
    action,
    ai,
    api,
    array,
    cache,
    cloud,
    control,
    data,
    database,
    debug,
    functions,
    math,
    object,
    security,
    storage,
    stream,
    test,
    text,
    utility,
    zip,
  ]
    .flat()
    .map((module) => [module.definition.name, module]),
)
