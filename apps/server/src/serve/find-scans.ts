import { sessionOf, type Database, type Session } from '@cairn/database'
import type { TableScan } from '../editor/index.ts'

/** A node of PostgreSQL's EXPLAIN (FORMAT JSON). */
interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Filter?: string
  Plans?: PlanNode[]
}

/**
 * The tables of `schema` that a statement reads whole although reading them so was forbidden: no index finds its rows.
 * Explained and never run, and taken back. None when PostgreSQL can't explain it.
 */
export async function findScans(database: Database, schema: string, sql: string): Promise<TableScan[]> {
  return database.pool.withConnection(async (connection) => {
    const session = sessionOf(connection)
    await session.query('begin')
    try {
      const nodes = scansIn(await explain(session, sql))
      const scans: TableScan[] = []
      for (const { table, filter } of nodes) {
        const columns = columnsIn(filter)
        if (columns.length > 0) scans.push({ table, columns, rows: await rowsOf(session, schema, table) })
      }
      return scans
    } catch {
      return []
    } finally {
      await session.query('rollback')
    }
  })
}

async function explain(session: Session, sql: string): Promise<PlanNode> {
  await session.query('set local enable_seqscan = off')
  await session.query('set local plan_cache_mode = force_generic_plan')
  await session.query(`prepare cairn_explained as ${sql}`)
  try {
    const parameters = new Set(sql.match(/\$\d+/g)).size
    const nulls = parameters === 0 ? '' : `(${Array.from({ length: parameters }, () => 'null').join(', ')})`
    const [row] = await session.query(`explain (format json) execute cairn_explained${nulls}`)
    const told = row?.['QUERY PLAN']
    const plans = (typeof told === 'string' ? JSON.parse(told) : told) as { Plan: PlanNode }[]
    return plans[0]?.Plan ?? { 'Node Type': '' }
  } finally {
    await session.query('deallocate cairn_explained')
  }
}

function scansIn(node: PlanNode): { table: string; filter: string }[] {
  const { 'Node Type': type, 'Relation Name': table, Filter: filter, Plans: inner = [] } = node
  const own = type === 'Seq Scan' && table !== undefined && filter !== undefined ? [{ table, filter }] : []
  return [...own, ...inner.flatMap(scansIn)]
}

/** Columns that are compared in a way that an ordered index finds: `(stage = $1)`, `(price > 5)`. */
function columnsIn(filter: string): string[] {
  const compared = filter.matchAll(/\((?:\w+\.)?"?(\w+)"?\)?(?:::[\w ]+)? (?:=|<|>|<=|>=) /g)
  return [...new Set([...compared].flatMap(([, column]) => column ?? []))].filter((column) => column !== 'id')
}

async function rowsOf(session: Session, schema: string, table: string): Promise<number> {
  const [row] = await session.query(
    `select greatest(c.reltuples::bigint, s.n_live_tup) as rows from pg_class c
     join pg_namespace n on n.oid = c.relnamespace left join pg_stat_all_tables s on s.relid = c.oid
     where n.nspname = $1 and c.relname = $2`,
    [schema, table],
  )
  return Math.max(0, Number(row?.['rows'] ?? 0))
}
