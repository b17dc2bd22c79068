import type { InputOf, rowRoutes } from '@cairn/contract'
import type { TableObject } from '@cairn/language'
import type { DatabasePort, QueryNode, QueryPlan, Value } from '@cairn/statements'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { shownValue } from './shown-value.ts'

type Condition = InputOf<(typeof rowRoutes)['rows']>['where'][number]
interface InTable {
  workspace: number
  table: string
  datasource: string
}

/** A table with its port; `columns` are those that are shown, searched and sorted by: never a password. */
interface OpenTable {
  table: TableObject
  columns: string[]
  db: DatabasePort
}

const DEADLINE = 30_000

const open = async ({ serving }: EditorWorld, { workspace, table: name, datasource }: InTable): Promise<OpenTable> => {
  const table = (await serving.model(workspace)).tables.get(name)
  if (table === undefined) throw new Refusal(404, 'unknown_table', `There is no published table "${name}".`)
  const signal = AbortSignal.timeout(DEADLINE)
  const { db } = await serving.ports(workspace, datasource, { id: 'editor', signal })
  const shown = table.fields.filter(({ type, disabled }) => type !== 'password' && !disabled)
  return { table, columns: shown.map((field) => field.name), db }
}

/** What a search may name: searching by what is not shown would show it. */
const refuseHidden = ({ table, columns }: OpenTable, name: string): void => {
  if (!columns.includes(name)) {
    throw new Refusal(400, 'unknown_column', `Table "${table.name}" has no column "${name}" to search or sort by.`)
  }
}

const nodeOf = (table: string, { column, operator, value }: Condition, values: Value[]): QueryNode => {
  const left: QueryNode = { kind: 'column', table, column, path: [] }
  const nothing: QueryNode = { kind: 'literal', value: null }
  const compare = (by: Extract<QueryNode, { kind: 'compare' }>['operator'], right: QueryNode): QueryNode => ({
    kind: 'compare',
    operator: by,
    ignoreNull: false,
    left,
    right,
  })
  if (operator === 'is null') return compare('==', nothing)
  if (operator === 'is not null') return compare('!=', nothing)
  values.push(value as Value)
  return compare(operator, { kind: 'value', slot: values.length - 1 })
}

const planOf = (opened: OpenTable, { page, perPage, where, sort }: InputOf<(typeof rowRoutes)['rows']>) => {
  for (const { column } of where) refuseHidden(opened, column)
  if (sort !== null) refuseHidden(opened, sort.column)
  const values: Value[] = []
  const { name } = opened.table
  const literal = (value: number): QueryNode => ({ kind: 'literal', value })
  const plan: QueryPlan = {
    kind: 'query',
    table: name,
    where: where.length === 0 ? null : { kind: 'and', items: where.map((one) => nodeOf(name, one, values)) },
    additionalWhere: null,
    joins: [],
    evals: [],
    sort: sortOf(sort),
    overrideSort: null,
    return: {
      type: 'list',
      distinct: false,
      paging: { page: literal(page), perPage: literal(perPage), offset: null, totals: true, metadata: true },
    },
    output: opened.columns,
    addons: [],
    lock: false,
  }
  return { plan, values }
}

/** The id last, so that rows that are alike keep their order from page to page. */
const sortOf = (sort: { column: string; order: 'asc' | 'desc' } | null): QueryPlan['sort'] => {
  const byId = { by: 'id', order: 'asc' as const }
  return sort === null ? [byId] : [{ by: sort.column, order: sort.order }, ...(sort.column === 'id' ? [] : [byId])]
}

type Row = { [column: string]: ReturnType<typeof shownValue> }
const shownRow = (row: Value): Row => shownValue(row, Number.POSITIVE_INFINITY) as Row

export const rowHandlers: Pick<Handlers, keyof typeof rowRoutes> = {
  async rows(world, { input }) {
    const opened = await open(world, input)
    const { plan, values } = planOf(opened, input)
    const page = (await opened.db.query(plan, values)) as { items: Value[]; itemsTotal: number }
    return { rows: page.items.map(shownRow), total: page.itemsTotal }
  },

  async addRows(world, { input }) {
    const { table, columns: output, db } = await open(world, input)
    const known = new Set(table.fields.map(({ name }) => name))
    const rows = await db.transaction(async (within) => {
      const added: Value[] = []
      for (const row of input.rows) {
        const columns = Object.keys(row).filter((name) => known.has(name))
        const values = columns.map((name) => row[name] as Value)
        const plan = { kind: 'add' as const, table: table.name, field: null, columns, output, addons: [] }
        added.push(await within.write(plan, null, values))
      }
      return added
    })
    return { rows: rows.map(shownRow) }
  },

  async changeRow(world, { input }) {
    const { table, columns: output, db } = await open(world, input)
    const plan = { kind: 'patch' as const, table: table.name, field: 'id', columns: null, output, addons: [] }
    const { id: _, ...values } = input.values
    const row = await db.write(plan, input.id, [values as Value])
    if (row === null) throw new Refusal(404, 'unknown_row', `Row ${input.id} is not there any more.`)
    return { row: shownRow(row) }
  },

  async deleteRows(world, { input }) {
    const { table, db } = await open(world, input)
    const values: Value[] = [input.ids]
    const where: QueryNode = {
      kind: 'compare',
      operator: 'in',
      ignoreNull: false,
      left: { kind: 'column', table: table.name, column: 'id', path: [] },
      right: { kind: 'value', slot: 0 },
    }
    const deleted = await db.bulk({ kind: 'bulk.delete', table: table.name, allowId: false, where }, null, values)
    return { deleted: Number(deleted) }
  },
}
