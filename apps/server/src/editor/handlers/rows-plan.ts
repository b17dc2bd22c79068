import type { InputOf, rowRoutes } from '@cairn/contract'
import type { TableObject } from '@cairn/language'
import type { CompareOperator, QueryNode, QueryPlan, Value } from '@cairn/statements'
import { Refusal } from '../refusal.ts'

type Ask = InputOf<(typeof rowRoutes)['rows']>
type Condition = Ask['where'][number]

/** A table and those of its columns that are shown, searched and sorted by: never a password. */
export interface ShownTable {
  table: TableObject
  columns: string[]
}

/** What a query needs to know of one. */
type SearchedTable = Pick<ShownTable, 'columns'> & { table: Pick<TableObject, 'name' | 'fields'> }

export interface BoundPlan {
  plan: QueryPlan
  values: Value[]
}

export const shownTable = (table: TableObject): ShownTable => {
  const shown = table.fields.filter(({ type, disabled }) => type !== 'password' && !disabled)
  return { table, columns: shown.map((field) => field.name) }
}

/** The query of a screen's rows; `unknown_column` when it names what is not shown. */
export function rowsPlan(
  shown: SearchedTable,
  ask: Pick<Ask, 'after' | 'skip' | 'perPage' | 'count' | 'where' | 'sort' | 'search'>,
): BoundPlan {
  const { after, skip, perPage, count, where, sort, search = '' } = ask
  for (const { column } of where) refuseHidden(shown, column)
  if (sort !== null) refuseHidden(shown, sort.column)
  const { name } = shown.table
  const values: Value[] = []
  const bind = (value: unknown): QueryNode => {
    values.push(value as Value)
    return { kind: 'value', slot: values.length - 1 }
  }
  const conditions = where.map((one) => conditionNode(name, one, bind))
  if (search.trim() !== '') conditions.push(anywhere(shown, search.trim(), bind))
  if (after !== null) conditions.push(behind(name, after, sort, bind))
  return {
    plan: {
      kind: 'query',
      table: name,
      where: conditions.length === 0 ? null : { kind: 'and', items: conditions },
      additionalWhere: null,
      joins: [],
      evals: [],
      sort: sortOf(sort),
      overrideSort: null,
      return: {
        type: 'list',
        distinct: false,
        paging: { page: literal(1), perPage: literal(perPage), offset: literal(skip), totals: count, metadata: true },
      },
      output: shown.columns,
      addons: [],
      lock: false,
    },
    values,
  }
}

const literal = (value: number | null): QueryNode => ({ kind: 'literal', value })

/** Searching by what is not shown would show it. */
const refuseHidden = ({ table, columns }: Parameters<typeof rowsPlan>[0], name: string): void => {
  if (!columns.includes(name)) {
    throw new Refusal(400, 'unknown_column', `Table "${table.name}" has no column "${name}" to search or sort by.`)
  }
}

type Bind = (value: unknown) => QueryNode

const compare = (table: string, column: string, operator: CompareOperator, right: QueryNode): QueryNode => ({
  kind: 'compare',
  operator,
  ignoreNull: false,
  left: { kind: 'column', table, column, path: [] },
  right,
})

const conditionNode = (table: string, { column, operator, value }: Condition, bind: Bind): QueryNode => {
  if (operator === 'is null') return compare(table, column, '==', literal(null))
  if (operator === 'is not null') return compare(table, column, '!=', literal(null))
  return compare(table, column, operator, bind(value))
}

const searched: ReadonlySet<string> = new Set(['text', 'email', 'enum'])

/** Whether one of the columns that are shown holds a text; the id as a whole. */
const anywhere = ({ table }: SearchedTable, search: string, bind: Bind): QueryNode => {
  const texts = table.fields.filter(({ type, list, disabled }) => searched.has(type) && list === null && !disabled)
  const pattern = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
  const items = texts.map((field) => compare(table.name, field.name, 'ilike', bind(pattern)))
  const id = /^\d{1,15}$/.test(search) ? Number(search) : search
  const isId = table.fields.some((field) => field.name === 'id' && (field.type === 'int') === (typeof id === 'number'))
  if (isId) items.push(compare(table.name, 'id', '==', bind(id)))
  // Nothing can hold it: no row is found, rather than all.
  return items.length === 0 ? { kind: 'literal', value: false } : { kind: 'or', items }
}

/** The id last, so that rows that are alike keep their order. */
const sortOf = (sort: Ask['sort']): QueryPlan['sort'] => {
  const byId = { by: 'id', order: 'asc' as const }
  return sort === null ? [byId] : [{ by: sort.column, order: sort.order }, ...(sort.column === 'id' ? [] : [byId])]
}

/** What stands behind a row in the order of `sortOf`, in which null is the greatest of all values. */
const behind = (table: string, { id, value }: NonNullable<Ask['after']>, sort: Ask['sort'], bind: Bind): QueryNode => {
  if (sort === null || sort.column === 'id') return compare(table, 'id', sort?.order === 'desc' ? '<' : '>', bind(id))
  const { column, order } = sort
  const same = (): QueryNode => ({
    kind: 'and',
    items: [
      compare(table, column, '==', value === null ? literal(null) : bind(value)),
      compare(table, 'id', '>', bind(id)),
    ],
  })
  const isNull = compare(table, column, '==', literal(null))
  const notNull = compare(table, column, '!=', literal(null))
  if (value === null) return order === 'asc' ? same() : { kind: 'or', items: [same(), notNull] }
  const further = compare(table, column, order === 'asc' ? '>' : '<', bind(value))
  return { kind: 'or', items: order === 'asc' ? [further, same(), isNull] : [further, same()] }
}
