export interface MigrationWarning {
  table: string
  reason:
    | 'needs_extension'
    | 'index_column_missing'
    | 'index_not_possible'
    | 'column_kept'
    | 'table_kept'
    | 'primary_key_kept'
    | 'reference_to_nothing'
    | 'no_role'
  message: string
}

/** A change that could lose data; made only when its key is in `consent`. */
export interface DestructiveChange {
  /** `table.column:type` */
  key: string
  table: string
  column: string
  message: string
}

export interface MigrationOptions {
  /** Keys of destructive changes that somebody agreed to. */
  consent?: readonly string[]
  /** New name → old name, of tables and of columns (`table.column`). A rename happens only when asked for. */
  renames?: Readonly<Record<string, string>>
  /** Real foreign keys for table references (docs/decisions/0004-foreign-keys.md). Default `off`. */
  foreignKeys?: 'off' | 'enforced'
}

export interface MigrationPlan {
  schema: string
  /** SQL in order; empty when there is nothing to do. */
  statements: string[]
  warnings: MigrationWarning[]
  /** What was left undone for want of consent. */
  destructive: DestructiveChange[]
}
