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
import type { Recorder } from './recorder.ts'

/** A database that notes what it answers. `place` names its datasource where a stack chose one. */
export class RecordingDatabase implements DatabasePort {
  readonly #inner: DatabasePort
  readonly #recorder: Recorder
  readonly #place: string

  constructor(inner: DatabasePort, recorder: Recorder, place = '') {
    this.#inner = inner
    this.#recorder = recorder
    this.#place = place
  }

  /** The database it notes the answers of. */
  get recorded(): DatabasePort {
    return this.#inner
  }

  query(plan: QueryPlan, values: readonly Value[]): Promise<Value> {
    return this.#recorder.wait('db.query', [this.#place, plan, values], this.#inner.query(plan, values))
  }

  record(plan: RecordPlan, fieldValue: Value): Promise<Value> {
    return this.#recorder.wait('db.record', [this.#place, plan, fieldValue], this.#inner.record(plan, fieldValue))
  }

  write(plan: WritePlan, fieldValue: Value, values: readonly Value[]): Promise<Value> {
    const args = [this.#place, plan, fieldValue, values]
    return this.#recorder.wait('db.write', args, this.#inner.write(plan, fieldValue, values))
  }

  bulk(plan: BulkPlan, items: Value, values: readonly Value[]): Promise<Value> {
    const args = [this.#place, plan, items, values]
    return this.#recorder.wait('db.bulk', args, this.#inner.bulk(plan, items, values))
  }

  truncate(plan: TruncatePlan): Promise<void> {
    return this.#recorder.wait('db.truncate', [this.#place, plan], this.#inner.truncate(plan))
  }

  direct(plan: DirectPlan, sql: string, args: readonly Value[]): Promise<Value> {
    return this.#recorder.wait('db.direct', [this.#place, plan, sql, args], this.#inner.direct(plan, sql, args))
  }

  schema(table: string, path: string): Promise<Value> {
    return this.#recorder.wait('db.schema', [this.#place, table, path], this.#inner.schema(table, path))
  }

  /** Its calls are noted as they come; of itself only whether and how it failed, which a commit may do. */
  transaction<T>(work: (database: DatabasePort) => Promise<T>, isolation?: TransactionIsolation): Promise<T> {
    const running = this.#inner.transaction(
      (database) => work(new RecordingDatabase(database, this.#recorder, this.#place)),
      isolation,
    )
    return this.#recorder.waitForEnd('db.transaction', [this.#place, isolation ?? null], running)
  }

  withDatasource(name: string): DatabasePort {
    const inner = this.#recorder.attempt('db.withDatasource', [name], () => this.#inner.withDatasource(name))
    return new RecordingDatabase(inner, this.#recorder, name)
  }
}
