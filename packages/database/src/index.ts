export { ClusterError } from './cluster/cluster-error.ts'
export { startCluster, type Cluster, type ClusterOptions } from './cluster/start-cluster.ts'
export { Pool, type PoolOptions } from './connect/pool.ts'
export { sessionOf, type Session } from './connect/session.ts'
export { statementName, type PreparedStatement, type WireType } from './connect/statement.ts'
export * as wire from './connect/wire-types.ts'
export { applyMigration, migrate } from './migrate/apply.ts'
export { dropSchema } from './migrate/drop-schema.ts'
export type { DestructiveChange, MigrationOptions, MigrationPlan, MigrationWarning } from './migrate/migration.ts'
export { planMigration } from './migrate/plan.ts'
export { readDatabase, type ExistingSchema } from './migrate/read-database.ts'
export { findRows, type FoundRows } from './port/find-rows.ts'
export type { WatchableDatabase } from './port/port.ts'
export type { WatchStatement } from './port/runner.ts'
export {
  createDatabase,
  schemaName,
  type Database,
  type DatabaseOptions,
  type PortContext,
  type WorkspaceTables,
} from './port/create-database.ts'
export { queryFilterNames } from './sql/query-filters.ts'
