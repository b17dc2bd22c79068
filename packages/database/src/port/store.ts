import type { AddonPlan, QueryAddon, QueryPlan } from '@cairn/statements'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ExternalPlans } from '../external/with-external.ts'
import type { TimeSource } from '../catalogue/value-type.ts'
import type { PreparedAddon } from './addons.ts'
import type { QueryProgram } from './query-program.ts'
import type { CompiledRecord, CompiledWrite } from './compiled.ts'

/**
 * What one workspace on one datasource keeps between requests: its names, and what its plans were compiled to, by the
 * plan's identity.
 */
export interface Store {
  catalogue: Catalogue
  addons: ReadonlyMap<string, AddonPlan>
  time: TimeSource
  hashPassword(password: string): Promise<string>
  /** Whether a text is already a hash of ours. */
  isHash(text: string): boolean
  queries: WeakMap<object, QueryProgram>
  externals: ExternalPlans
  /** Plans with the columns that their addons read. */
  needed: WeakMap<QueryPlan, { plan: QueryPlan; unseen: readonly string[] }>
  addonsUsed: WeakMap<QueryAddon, PreparedAddon>
  records: WeakMap<object, CompiledRecord>
  writes: WeakMap<object, CompiledWrite>
}
