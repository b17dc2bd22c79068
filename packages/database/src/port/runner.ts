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
  /** Told of what is run; left out where nobody watches. */
  readonly watch?: WatchStatement
  /** Told of each addon that is looked up for the rows of a query; left out where nobody asks. */
  readonly addon?: WatchAddon
}

/** `addon`: its name. */
export type WatchAddon = (addon: string) => void

/** Told of each statement before it runs; what it gives is told of the end: the rows, or the failure. */
export type WatchStatement = (
  sql: string,
  values: readonly unknown[],
) => (ended: { rows: number } | { error: string }) => void

/** A runner that tells of what it runs, in transactions too. */
export function watchedRunner(runner: Runner, watch: WatchStatement): Runner {
  return {
    ...runner,
    watch,
    async run(statement, values) {
      const end = watch(statement.text, values)
      try {
        const result = await runner.run(statement, values)
        end({ rows: Math.max(result.rows.length, result.affected) })
        return result
      } catch (error) {
        end({ error: error instanceof Error ? error.message : String(error) })
        throw error
      }
    },
  }
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

/** A runner on one session, that tells what another tells. */
export function sessionRunner({ pool, watch, addon }: Runner, connection: Connection): Runner {
  const plain = connectionRunner(pool, connection)
  const inner = addon === undefined ? plain : { ...plain, addon }
  return watch === undefined ? inner : watchedRunner(inner, watch)
}

function connectionRunner(pool: Pool, connection: Connection): Runner {
  return { pool, connection, run: (statement, values) => connection.run(statement, values).catch(rethrow) }
}

function rethrow(error: unknown): never {
  throw asStackError(error)
}

function isStale(error: unknown): boolean {
  if (!(error instanceof ServerError)) return false
  return error.code === '26000' || (error.code === '0A000' && error.message.includes('cached plan'))
}
