/**
 * The database port: what a stack may ask of users' tables. Statements lower their trees to these plans once, when a
 * stack is compiled; a plan is plain immutable data without values. A request supplies the values by position
 * (`{ kind: 'value', slot }` reads `values[slot]`), so an implementation compiles a plan to one prepared statement and
 * keeps it by the plan's identity.
 */
import type { Value } from '../values/value.ts'

/** An operand or condition of a query. Names are those of the catalogue; an unknown one is an error of the port. */
export type QueryNode =
  | { kind: 'column'; table: string; column: string; path: string[] }
  /** A value computed by the stack. */
  | { kind: 'value'; slot: number }
  | { kind: 'literal'; value: Value }
  /** Current time of the clock port, in epoch milliseconds, as a timestamp. */
  | { kind: 'now' }
  | { kind: 'and' | 'or'; items: QueryNode[] }
  | { kind: 'not'; item: QueryNode }
  /**
   * `ignoreNull`: the whole comparison is left out when the right side's value is null.
   * `~` here is a regular-expression match.
   */
  | { kind: 'compare'; operator: CompareOperator; ignoreNull: boolean; left: QueryNode; right: QueryNode }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/' | '%' | '~'; left: QueryNode; right: QueryNode }
  /** A query filter of appendix A.4 (`timestamp_add_days`, `to_lower`, `coalesce`, …) or an aggregate (`count`, `sum`). */
  | { kind: 'filter'; name: string; base: QueryNode; args: QueryNode[] }
  | { kind: 'conditional'; test: QueryNode; then: QueryNode; else: QueryNode }

export type CompareOperator =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'contains'
  | 'not contains'
  | 'includes'
  | 'not includes'
  | 'overlaps'
  | 'not overlaps'
  | 'like'
  | 'not like'
  | 'ilike'
  | 'not ilike'
  | 'between'
  | 'not between'
  | '~'
  | '!~'
  | '@>'
  | 'search'

export interface QueryJoin {
  alias: string
  table: string
  type: 'inner' | 'left' | 'right'
  where: QueryNode | null
}

export interface QuerySort {
  /** `table.column`, `column`, or the name of an eval. */
  by: string
  order: 'asc' | 'desc' | 'rand'
}

/** Paging; each a value of the stack or a literal; null where left out. `page` is 1-based. */
export interface QueryPaging {
  page: QueryNode | null
  perPage: QueryNode | null
  offset: QueryNode | null
  totals: boolean
  metadata: boolean
}

/** An addon attached to a query's output, run once per set of parents. */
export interface QueryAddon {
  /** Where the result goes: key path below a row, e.g. ["_client"] or ["items", "_post"] (without leading "items" of a page). */
  as: string[]
  addon: string
  /** Input name → column of the parent row (`$output.x`) or a value of the stack. */
  input: Record<
    string,
    { kind: 'output'; path: string[] } | { kind: 'value'; slot: number } | { kind: 'literal'; value: Value }
  >
  output: string[] | null
  addons: QueryAddon[]
}

/** A compiled addon, supplied by the loader: its query with parameters that name its inputs. */
export interface AddonPlan {
  name: string
  query: QueryPlan
  /** `values[i]` of the query comes from this input. */
  inputs: string[]
}

export interface QueryPlan {
  kind: 'query'
  table: string
  where: QueryNode | null
  /** Slot of a value holding external filter JSON (`additional_where`, or external simple/classic filters). */
  additionalWhere: { slot: number } | null
  joins: QueryJoin[]
  evals: { name: string; value: QueryNode }[]
  sort: QuerySort[]
  /** Slot of a value holding `[{sortBy, orderBy}]`. */
  overrideSort: { slot: number } | null
  return:
    | { type: 'list' | 'stream'; paging: QueryPaging | null; distinct: boolean }
    | { type: 'single' }
    | { type: 'count' }
    | { type: 'exists' }
    | {
        type: 'aggregate'
        paging: QueryPaging | null
        group: { name: string; value: QueryNode }[]
        evals: { name: string; value: QueryNode }[]
      }
  /** Columns to return (`id`, `items.id` of a page, `user.name` of an object column); null = all but internal and password. */
  output: string[] | null
  addons: QueryAddon[]
  lock: boolean
}

/** `db.get`, `db.has`, `db.del`: one row found by one field. */
export interface RecordPlan {
  kind: 'get' | 'has' | 'del'
  table: string
  field: string
  output: string[] | null
  addons: QueryAddon[]
  lock: boolean
}

/** `db.add`, `db.edit`, `db.patch`, `db.add_or_edit`. With `columns` the values come by position, else as one object. */
export interface WritePlan {
  kind: 'add' | 'edit' | 'patch' | 'add_or_edit'
  table: string
  /** The field that finds the row; null for add. */
  field: string | null
  /** Names of the columns written, known ahead; null when `data` is one object of the stack (patch). */
  columns: string[] | null
  output: string[] | null
  addons: QueryAddon[]
}

export interface BulkPlan {
  kind: 'bulk.add' | 'bulk.update' | 'bulk.patch' | 'bulk.delete'
  table: string
  /** bulk.add: whether `id` of the items is kept. */
  allowId: boolean
  /** bulk.delete (and update by where). */
  where: QueryNode | null
}

export interface TruncatePlan {
  kind: 'truncate'
  table: string
  /** Restart the sequence. */
  reset: boolean
}

export interface DirectPlan {
  kind: 'direct'
  /** SQL with `?`, `?:alias` or `?:raw` marks; text of the stack's author, known ahead, or null when computed. */
  sql: string | null
  responseType: 'list' | 'single'
}

/**
 * The port, bound to one workspace, one datasource and at most one transaction.
 * Errors are `StackError`s with a stable code (`unknown_table`, `unknown_column`, `duplicate_record`, …).
 */
export interface DatabasePort {
  query(plan: QueryPlan, values: readonly Value[]): Promise<Value>
  /** get → row or null; has → boolean; del → null. */
  record(plan: RecordPlan, fieldValue: Value): Promise<Value>
  /** `values` by `plan.columns`, or `[object]` when columns is null; `fieldValue` null for add. Returns the row. */
  write(plan: WritePlan, fieldValue: Value, values: readonly Value[]): Promise<Value>
  /** add → ids or rows, update/patch → rows, delete → count. `items` null for delete. */
  bulk(plan: BulkPlan, items: Value, values: readonly Value[]): Promise<Value>
  truncate(plan: TruncatePlan): Promise<void>
  direct(plan: DirectPlan, sql: string, args: readonly Value[]): Promise<Value>
  schema(table: string, path: string): Promise<Value>
  /** Runs `work` with a port bound to a transaction; a rejection rolls back and is passed on. */
  transaction<T>(work: (database: DatabasePort) => Promise<T>, isolation?: TransactionIsolation): Promise<T>
  /** The same workspace on another datasource. */
  withDatasource(name: string): DatabasePort
}

export type TransactionIsolation = 'serializable' | 'repeatable_read' | 'read_committed'
