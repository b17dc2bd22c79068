import type { Table } from '../catalogue/catalogue.ts'
import type { ValueType } from '../catalogue/value-type.ts'
import type { PreparedStatement } from '../connect/statement.ts'
import type { Projected, Row } from '../sql/projection.ts'

export interface CompiledRecord {
  table: Table
  key: ValueType
  /** Columns of the row that only its addons read. */
  unseen: readonly string[]
  statement: PreparedStatement<Row>
}

/** A write plan's table and answer, and its statements by the columns they write (one of them, when known ahead). */
export interface CompiledWrite {
  table: Table
  members: Projected[]
  unseen: readonly string[]
  inserts: Map<string, PreparedStatement<Row>>
  updates: Map<string, PreparedStatement<Row>>
}
