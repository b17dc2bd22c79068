import type {
  BulkPlan,
  DatabasePort,
  DirectPlan,
  QueryPlan,
  RecordPlan,
  TransactionIsolation,
  TruncatePlan,
  Value,
  WritePlan,
} from '@cairn/statements'
import { runBulk } from './bulk.ts'
import { runDirect } from './direct.ts'
import { runQuery } from './query.ts'
import { runRecord } from './record.ts'
import { watchedRunner, type Runner, type WatchAddon, type WatchStatement } from './runner.ts'
import { describeTable } from './schema.ts'
import type { Store } from './store.ts'
import { runTransaction } from './transaction.ts'
import { runTruncate } from './truncate.ts'
import { runWrite } from './write.ts'

/** A database that can tell of the SQL it runs. */
export interface WatchableDatabase extends DatabasePort {
  /** The same port, telling of each statement. */
  watched(watch: WatchStatement): WatchableDatabase
  /** The same port, telling of each addon that is looked up for the rows of a query. */
  tellingAddons(addon: WatchAddon): WatchableDatabase
}

/** The `db` port over one store and, within a transaction, one session. */
export class Port implements WatchableDatabase {
  readonly #store: Store
  readonly #runner: Runner
  readonly #storeOn: (datasource: string) => Store

  constructor(store: Store, runner: Runner, storeOn: (datasource: string) => Store) {
    this.#store = store
    this.#runner = runner
    this.#storeOn = storeOn
  }

  query(plan: QueryPlan, values: readonly Value[]): Promise<Value> {
    return runQuery(plan, values, this.#store, this.#runner)
  }

  record(plan: RecordPlan, fieldValue: Value): Promise<Value> {
    return runRecord(plan, fieldValue, this.#store, this.#runner)
  }

  write(plan: WritePlan, fieldValue: Value, values: readonly Value[]): Promise<Value> {
    return runWrite(plan, fieldValue, values, this.#store, this.#runner)
  }

  bulk(plan: BulkPlan, items: Value, values: readonly Value[]): Promise<Value> {
    return runBulk(plan, items, values, this.#store, this.#runner)
  }

  truncate(plan: TruncatePlan): Promise<void> {
    return runTruncate(plan, this.#store, this.#runner)
  }

  direct(plan: DirectPlan, sql: string, args: readonly Value[]): Promise<Value> {
    return runDirect(plan, sql, args, this.#store, this.#runner)
  }

  schema(table: string, path: string): Promise<Value> {
    return Promise.resolve(describeTable(table, path, this.#store))
  }

  transaction<T>(work: (database: DatabasePort) => Promise<T>, isolation?: TransactionIsolation): Promise<T> {
    return runTransaction((runner) => work(new Port(this.#store, runner, this.#storeOn)), isolation, this.#runner)
  }

  withDatasource(name: string): DatabasePort {
    return new Port(this.#storeOn(name), this.#runner, this.#storeOn)
  }

  watched(watch: WatchStatement): WatchableDatabase {
    return new Port(this.#store, watchedRunner(this.#runner, watch), this.#storeOn)
  }

  tellingAddons(addon: WatchAddon): WatchableDatabase {
    return new Port(this.#store, { ...this.#runner, addon }, this.#storeOn)
  }
}
