import { objectName, type TraceRecorder } from '@cairn/runtime'
import type { TableScan } from '../serving.ts'

/** Fewer rows than these are read faster without an index. */
const FEW_ROWS = 100
const MOST_STATEMENTS = 20

/** Statements of a run that read a whole table to find some of its rows, which an index would find. */
export async function indexAdvice(
  { tallies }: TraceRecorder,
  explain: (sql: string) => Promise<TableScan[]>,
): Promise<{ address: string; kind: string; name: string; message: string; fix: string }[]> {
  const advice = []
  const seen = new Set<string>()
  for (const { title, site, object } of tallies.all.filter(({ kind }) => kind === 'sql').slice(0, MOST_STATEMENTS)) {
    if (!/^\s*(select|with)\b/i.test(title)) continue
    for (const { table, columns, rows } of await explain(title)) {
      const key = `${site.address} ${table} ${columns.join(' ')}`
      if (rows < FEW_ROWS || seen.has(key)) continue
      seen.add(key)
      const fields = columns.map((column) => `{name: "${column}"}`).join(', ')
      advice.push({
        address: site.address,
        kind: object.kind,
        name: objectName(object),
        message: `Reads all ${rows.toLocaleString('en')} rows of the table "${table}" to find some by ${columns.join(', ')}: no index helps.`,
        fix: `Add an index to the table "${table}": {type: "btree", field: [${fields}]}`,
      })
    }
  }
  return advice
}
