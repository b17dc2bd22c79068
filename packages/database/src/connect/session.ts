import type { Connection } from './connection.ts'
import type { Pool } from './pool.ts'
import * as wire from './wire-types.ts'

/** SQL of our own that is not on a request's path: rows as objects, every parameter a text. */
export interface Session {
  query: (sql: string, values?: readonly string[]) => Promise<Record<string, unknown>[]>
}

export function sessionOf(runner: Pool | Connection): Session {
  return {
    async query(sql, values = []) {
      const statement = {
        name: '',
        text: sql,
        parameters: values.map(() => wire.text),
        results: [],
        read: null,
        quick: false,
      }
      return (await runner.run<Record<string, unknown>>(statement, values)).rows
    },
  }
}
