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
import { captureBulk } from './capture-bulk.ts'
import { captureDelete, captureWrite } from './capture-record.ts'
import type { Captured, RowChange } from './row-change.ts'
import type { TableTriggers, TriggerAction } from './table-triggers.ts'

/** Runs the triggers that a change sets off, on the database it happened in. */
export type Fire = (table: string, change: RowChange, datasource: string, database: DatabasePort) => Promise<void>

const writeActions: Record<WritePlan['kind'], readonly TriggerAction[]> = {
  add: ['insert'],
  edit: ['update'],
  patch: ['update'],
  add_or_edit: ['insert', 'update'],
}

const bulkActions: Record<BulkPlan['kind'], readonly TriggerAction[]> = {
  'bulk.add': ['insert'],
  'bulk.update': ['update'],
  'bulk.patch': ['update'],
  'bulk.delete': ['delete'],
}

/**
 * A run's database that sets off table triggers, each right after the statement that made the change. Inside a
 * transaction they are part of it: what they write goes with it when it is rolled back, and one that fails fails it.
 * Outside one the change stays and the failure is the statement's. SQL of `db.direct_query` sets off none.
 */
export class TriggeringDatabase implements DatabasePort {
  readonly #inner: DatabasePort
  readonly #datasource: string
  readonly #triggers: TableTriggers
  readonly #fire: Fire

  constructor(inner: DatabasePort, datasource: string, triggers: TableTriggers, fire: Fire) {
    this.#inner = inner
    this.#datasource = datasource
    this.#triggers = triggers
    this.#fire = fire
  }

  /** The database that sets off nothing. */
  get unwatched(): DatabasePort {
    return this.#inner
  }

  query(plan: QueryPlan, values: readonly Value[]): Promise<Value> {
    return this.#inner.query(plan, values)
  }

  record(plan: RecordPlan, fieldValue: Value): Promise<Value> {
    if (plan.kind !== 'del' || !this.#watches(plan.table, ['delete'])) return this.#inner.record(plan, fieldValue)
    return this.#fireAll(plan.table, captureDelete(this.#inner, plan, fieldValue))
  }

  write(plan: WritePlan, fieldValue: Value, values: readonly Value[]): Promise<Value> {
    if (!this.#watches(plan.table, writeActions[plan.kind])) return this.#inner.write(plan, fieldValue, values)
    return this.#fireAll(plan.table, captureWrite(this.#inner, plan, fieldValue, values))
  }

  bulk(plan: BulkPlan, items: Value, values: readonly Value[]): Promise<Value> {
    if (!this.#watches(plan.table, bulkActions[plan.kind])) return this.#inner.bulk(plan, items, values)
    return this.#fireAll(plan.table, captureBulk(this.#inner, plan, items, values))
  }

  async truncate(plan: TruncatePlan): Promise<void> {
    await this.#inner.truncate(plan)
    if (!this.#watches(plan.table, ['truncate'])) return
    await this.#fire(plan.table, { action: 'truncate', old: null, new: null }, this.#datasource, this)
  }

  direct(plan: DirectPlan, sql: string, args: readonly Value[]): Promise<Value> {
    return this.#inner.direct(plan, sql, args)
  }

  schema(table: string, path: string): Promise<Value> {
    return this.#inner.schema(table, path)
  }

  transaction<T>(work: (database: DatabasePort) => Promise<T>, isolation?: TransactionIsolation): Promise<T> {
    return this.#inner.transaction((inner) => work(this.#over(inner, this.#datasource)), isolation)
  }

  withDatasource(name: string): DatabasePort {
    return this.#over(this.#inner.withDatasource(name), name)
  }

  #over(inner: DatabasePort, datasource: string): TriggeringDatabase {
    return new TriggeringDatabase(inner, datasource, this.#triggers, this.#fire)
  }

  #watches(table: string, actions: readonly TriggerAction[]): boolean {
    return this.#triggers.watches(table, actions, this.#datasource)
  }

  async #fireAll(table: string, capturing: Promise<Captured>): Promise<Value> {
    const { answer, changes } = await capturing
    for (const change of changes) await this.#fire(table, change, this.#datasource, this)
    return answer
  }
}
