import type { TableObject } from '@cairn/language'
import { quoteName, sqlName } from '../catalogue/identifier.ts'
import type { ExistingSchema } from './read-database.ts'
import type { MigrationOptions, MigrationWarning } from './migration.ts'

/**
 * Foreign keys for table references, made or taken away as the workspace chose. They are NOT VALID: rows that were there
 * before stay as they are, dangling or not; DEFERRABLE: within a transaction the order of writes does not matter.
 */
export function referenceStatements(
  tables: readonly TableObject[],
  existing: ExistingSchema,
  options: MigrationOptions,
  warnings: MigrationWarning[],
): string[] {
  const names = new Set(tables.map((table) => table.name))
  const statements: string[] = []
  for (const table of tables) {
    const name = sqlName(table.name)
    const target = `alter table ${quoteName(existing.schema)}.${quoteName(name)}`
    const there = existing.tables.get(name)?.constraints ?? new Map<string, { type: string }>()
    const wanted = options.foreignKeys === 'enforced' ? references(table, names, warnings) : []
    const keep = new Set(wanted.map(({ constraint }) => constraint))
    for (const [constraint, { type }] of there) {
      if (type === 'f' && !keep.has(constraint)) statements.push(`${target} drop constraint ${quoteName(constraint)}`)
    }
    for (const { constraint, column, parent } of wanted) {
      if (there.has(constraint)) continue
      statements.push(
        `${target} add constraint ${quoteName(constraint)} foreign key (${quoteName(column)}) references ` +
          `${quoteName(existing.schema)}.${quoteName(parent)} ("id") deferrable initially deferred not valid`,
      )
    }
  }
  return statements
}

function references(
  table: TableObject,
  names: ReadonlySet<string>,
  warnings: MigrationWarning[],
): { constraint: string; column: string; parent: string }[] {
  return table.fields.flatMap((field) => {
    if (field.table === null || field.disabled || field.list !== null || field.type === 'dblink') return []
    if (!names.has(field.table)) {
      const message = `Column "${field.name}" refers to table "${field.table}", which is not there.`
      warnings.push({ table: table.name, reason: 'reference_to_nothing', message })
      return []
    }
    const column = sqlName(field.name)
    return [{ constraint: sqlName(`${sqlName(table.name)}_${column}_reference`), column, parent: sqlName(field.table) }]
  })
}
