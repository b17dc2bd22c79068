import type { TransactionIsolation } from '@cairn/statements'
import type { Connection } from '../connect/connection.ts'
import { sessionOf } from '../connect/session.ts'
import { asStackError } from './errors.ts'
import { sessionRunner, type Runner } from './runner.ts'

const levels: Record<TransactionIsolation, string> = {
  serializable: 'serializable',
  repeatable_read: 'repeatable read',
  read_committed: 'read committed',
}

/**
 * Runs `work` in a transaction on a session of its own; within one already, behind a savepoint, so that a failure undoes
 * the inner work only. A rejection rolls back and is passed on.
 */
export async function runTransaction<T>(
  work: (runner: Runner) => Promise<T>,
  isolation: TransactionIsolation | undefined,
  runner: Runner,
): Promise<T> {
  if (runner.connection !== null)
    return guarded(
      runner.connection,
      'savepoint inner_work',
      'release savepoint inner_work',
      'rollback to savepoint inner_work',
      () => work(runner),
    )
  const lease = await runner.pool.lease().catch((error: unknown) => {
    throw asStackError(error)
  })
  const begin = isolation === undefined ? 'begin' : `begin isolation level ${levels[isolation]}`
  try {
    return await guarded(lease.connection, begin, 'commit', 'rollback', () =>
      work(sessionRunner(runner, lease.connection)),
    )
  } finally {
    lease.release()
  }
}

async function guarded<T>(
  connection: Connection,
  begin: string,
  finish: string,
  undo: string,
  work: () => Promise<T>,
): Promise<T> {
  const session = sessionOf(connection)
  try {
    await session.query(begin)
    const result = await work()
    await session.query(finish)
    return result
  } catch (error) {
    await session.query(undo).catch(() => {})
    throw error instanceof Error && error.name !== 'ServerError' && error.name !== 'ConnectionLost'
      ? error
      : asStackError(error)
  }
}
