import { ValueStream, type Value } from '@cairn/statements'
import type { Connection } from '../connect/connection.ts'
import { sessionOf } from '../connect/session.ts'
import type { PreparedStatement } from '../connect/statement.ts'
import type { CompiledQuery } from '../sql/compile-query.ts'
import type { Row } from '../sql/projection.ts'
import { asStackError } from './errors.ts'
import { sessionRunner, type Runner } from './runner.ts'

/** Puts what belongs to rows into them before they are given out; runs on the session of the stream. */
export type Complete = (rows: readonly Row[], runner: Runner) => Promise<void>

/** Rows fetched at a time: what a stream holds in memory. */
const batch = 200

let cursors = 0

/**
 * The rows of a query one after another, through a cursor: memory stays flat. Outside a transaction it holds a session
 * from its first row until it ends or is left.
 */
export function streamRows(
  query: CompiledQuery,
  parameters: readonly unknown[],
  runner: Runner,
  complete: Complete,
): ValueStream {
  return new ValueStream(rowsOf(query, parameters, runner, complete))
}

async function* rowsOf(
  query: CompiledQuery,
  parameters: readonly unknown[],
  runner: Runner,
  complete: Complete,
): AsyncGenerator<Value> {
  if (runner.connection !== null) {
    yield* throughCursor(runner, runner.connection, query, parameters, complete)
    return
  }
  const lease = await runner.pool.lease().catch((error: unknown) => {
    throw asStackError(error)
  })
  const session = sessionOf(lease.connection)
  try {
    await session.query('begin read only')
    yield* throughCursor(sessionRunner(runner, lease.connection), lease.connection, query, parameters, complete)
  } finally {
    await session.query('rollback').catch(() => {})
    lease.release()
  }
}

async function* throughCursor(
  runner: Runner,
  connection: Connection,
  query: CompiledQuery,
  parameters: readonly unknown[],
  complete: Complete,
): AsyncGenerator<Value> {
  cursors += 1
  const cursor = `stream_${cursors}`
  const { statement } = query
  const declare: PreparedStatement = {
    ...statement,
    name: '',
    text: `declare ${cursor} no scroll cursor for ${statement.text}`,
    results: [],
    read: () => null,
  }
  const fetch: PreparedStatement<Row> = {
    name: '',
    text: `fetch forward ${batch} from ${cursor}`,
    parameters: [],
    results: statement.results,
    read: statement.read,
    quick: false,
  }
  try {
    await connection.run(declare, parameters)
    for (;;) {
      const { rows } = await connection.run(fetch, [])
      await complete(rows, runner)
      yield* rows
      if (rows.length < batch) break
    }
  } catch (error) {
    throw asStackError(error)
  }
  await sessionOf(connection).query(`close ${cursor}`)
}
