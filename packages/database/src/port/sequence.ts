import type { Table } from '../catalogue/catalogue.ts'
import { int, text } from '../catalogue/value-types.ts'
import { statementName, type PreparedStatement } from '../connect/statement.ts'
import type { Runner } from './runner.ts'

const statement: PreparedStatement = raiseStatement()

/** Puts the sequence of a table's ids past one that was given, so that it does not give the same again. */
export async function raiseSequence(table: Table, id: number, runner: Runner): Promise<void> {
  if (table.columns.get('id')?.type !== int) return
  await runner.run(statement, [table.sql, id])
}

function raiseStatement(): PreparedStatement {
  const sequence = `pg_get_serial_sequence($1::text, 'id')::regclass`
  const content = `select setval(${sequence}, $2::bigint) where $2::bigint > coalesce(pg_sequence_last_value(${sequence}), 0)`
  const parameters = [text.wire, int.wire]
  return {
    name: statementName(content, parameters),
    text: content,
    parameters,
    results: [int.wire],
    read: () => null,
    quick: false,
  }
}
