import { looseEquals } from '@cairn/statements'
import type { ClockPort, DatabasePort, RecordPlan, Value } from '@cairn/statements'
import { runQuery } from './run-query.ts'
import { runBulk, runWrite } from './run-write.ts'
import { select } from './select.ts'
import { Tables } from './tables.ts'

/** A database in memory: every table exists, takes any column and counts ids from 1. SQL, joins and filters throw. */
export function fakeDatabase(clock: Pick<ClockPort, 'now'>, sources = new Map<string, Tables>()): DatabasePort {
  return onSource('live')

  function onSource(name: string): DatabasePort {
    const tables = sources.get(name) ?? new Tables()
    sources.set(name, tables)
    const port: DatabasePort = {
      query: async (plan, values) => runQuery(plan, values, tables.get(plan.table).rows, clock.now()),
      record: async (plan, fieldValue) => runRecord(tables, plan, fieldValue),
      write: async (plan, fieldValue, values) => runWrite(tables, plan, fieldValue, values),
      bulk: async (plan, items, values) => runBulk(tables, plan, items, values, clock.now()),
      async truncate(plan) {
        const table = tables.get(plan.table)
        table.rows = []
        if (plan.reset) table.nextId = 1
      },
      async direct() {
        throw new Error('The fake database runs no SQL; test it on a real one.')
      },
      async schema() {
        throw new Error('The fake database has no columns; test it on a real one.')
      },
      async transaction(work) {
        const before = tables.snapshot()
        try {
          return await work(port)
        } catch (error) {
          tables.restore(before)
          throw error
        }
      },
      withDatasource: onSource,
    }
    return port
  }
}

function runRecord(tables: Tables, plan: RecordPlan, fieldValue: Value): Value {
  const table = tables.get(plan.table)
  const at = table.rows.findIndex((row) => looseEquals(row[plan.field] ?? null, fieldValue))
  if (plan.kind === 'has') return at >= 0
  if (plan.kind === 'del') {
    if (at >= 0) table.rows.splice(at, 1)
    return null
  }
  const row = table.rows[at]
  return row === undefined ? null : select(row, plan.output)
}
