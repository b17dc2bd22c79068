import type { Session } from '../connect/session.ts'

export interface ExistingColumn {
  name: string
  /** As `format_type` says it. */
  type: string
  default: string | null
  identity: boolean
  comment: string | null
}

export interface ExistingTable {
  name: string
  columns: Map<string, ExistingColumn>
  /** Name → whether it holds up a constraint (a primary key) and so is not ours to drop. */
  indexes: Map<string, { constraint: boolean }>
  /** Name → definition as the server prints it, and the comment we keep on it. */
  constraints: Map<string, { type: string; definition: string; comment: string | null }>
  comment: string | null
}

/** What a schema holds now. */
export interface ExistingSchema {
  schema: string
  exists: boolean
  /** Of the server, as `server_version_num` says it: 150018 is 15.18. */
  version: number
  tables: Map<string, ExistingTable>
}

const columnsSql = `
  select c.relname as "table", obj_description(c.oid, 'pg_class') as comment, a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type, pg_get_expr(d.adbin, d.adrelid) as "default",
    a.attidentity <> '' as identity, col_description(c.oid, a.attnum) as column_comment
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = $1 and c.relkind in ('r', 'p')
  order by c.relname, a.attnum`

const indexesSql = `
  select t.relname as "table", i.relname as name,
    exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x')) as "constraint"
  from pg_index x
  join pg_class t on t.oid = x.indrelid
  join pg_class i on i.oid = x.indexrelid
  join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = $1`

const constraintsSql = `
  select t.relname as "table", k.conname as name, k.contype::text as type, pg_get_constraintdef(k.oid) as definition,
    obj_description(k.oid, 'pg_constraint') as comment
  from pg_constraint k
  join pg_class t on t.oid = k.conrelid
  join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = $1 and k.contype in ('c', 'f', 'p', 'u')`

/** Reads a schema from the server's catalogue. */
export async function readDatabase(session: Session, schema: string): Promise<ExistingSchema> {
  const [state] = await session.query(
    `select exists (select from pg_namespace where nspname = $1) as exists,
      current_setting('server_version_num')::int as version`,
    [schema],
  )
  const tables = new Map<string, ExistingTable>()
  for (const row of await session.query(columnsSql, [schema])) {
    const name = String(row['table'])
    const table = tables.get(name) ?? {
      name,
      columns: new Map(),
      indexes: new Map(),
      constraints: new Map(),
      comment: textOrNull(row['comment']),
    }
    tables.set(name, table)
    const column = textOrNull(row['name'])
    if (column === null) continue
    table.columns.set(column, {
      name: column,
      type: String(row['type']),
      default: textOrNull(row['default']),
      identity: row['identity'] === true,
      comment: textOrNull(row['column_comment']),
    })
  }
  for (const row of await session.query(indexesSql, [schema])) {
    tables.get(String(row['table']))?.indexes.set(String(row['name']), { constraint: row['constraint'] === true })
  }
  for (const row of await session.query(constraintsSql, [schema])) {
    tables.get(String(row['table']))?.constraints.set(String(row['name']), {
      type: String(row['type']),
      definition: String(row['definition']),
      comment: textOrNull(row['comment']),
    })
  }
  return { schema, exists: state?.['exists'] === true, version: Number(state?.['version']), tables }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
