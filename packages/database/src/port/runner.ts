import type { Connection, Result } from '../connect/connection.ts'
import type { Pool } from '../connect/pool.ts'
import { ServerError } from '../connect/server-error.ts'
import type { PreparedStatement } from '../connect/statement.ts'
import { asStackError } from './errors.ts'

/** Where statements go: any session of the pool, or the one of a transaction. */
export interface Runner {
  run<R>(statement: PreparedStatement<R>, values: readonly unknown[]): Promise<Result<R>>
  /** Null outside a transaction. */
  readonly connection: Connection | null
  readonly pool: Pool
}

export function poolRunner(pool: Pool): Runner {
  return {
    pool,
    connection: null,
    run: (statement, values) =>
      pool.run(statement, values).catch((error: unknown) => {
        // The server forgot the statement, or its table changed under it: it is prepared anew.
        if (isStale(error)) return pool.run(statement, values).catch(rethrow)
        throw asStackError(error)
      }),
  }
}

export function connectionRunner(pool: Pool, connection: Connection): Runner {
  return { pool, connection, run: (statement, values) => connection.run(statement, values).catch(rethrow) }
}

function rethrow(error: unknown): never {
  throw asStackError(error)
}

function isStale(error: unknown): boolean {
  if (!(error instanceof ServerError)) return false
  return error.code === '26000' || (error.code === '0A000' && error.message.includes('cached plan'))
}
