import type { QueryPlan } from '@cairn/statements'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { int } from '../catalogue/value-types.ts'
import { statementName, type PreparedStatement, type RowReader } from '../connect/statement.ts'
import { parentsAlias, type Compilation, type Parameter } from './compilation.ts'
import { compileParts, countText, limits, type QueryParts } from './compile-query.ts'
import { createCompilation } from './create-compilation.ts'
import { packed } from './packed.ts'
import { rowReader, type Projected, type Row } from './projection.ts'

/** A row, and for which of the parents it was found: counted from 1. */
export interface RowOfParent {
  place: number
  row: Row
}

/** A query for a whole set of parents: each parameter is a list with one value a parent. */
export interface CompiledForParents {
  /** Null when the condition can hold for none of them. */
  statement: PreparedStatement<RowOfParent> | null
  parameters: readonly Parameter[]
}

/** The statement that answers a plan for many sets of values at once. `count` leaves paging aside. */
export function compileForParents(
  plan: QueryPlan,
  catalogue: Catalogue,
  states: string,
  kind: 'rows' | 'count',
  named: boolean,
): CompiledForParents {
  const to = createCompilation(catalogue, states, 'parents')
  const type = kind === 'count' ? 'count' : plan.return.type
  const { text, members, where } = textOf(plan, type, to)
  if (where === ' where false') return { statement: null, parameters: to.parameters }
  const wires = to.parameters.map((parameter) => packed(parameter.type).wire)
  return {
    parameters: to.parameters,
    statement: {
      name: named ? statementName(text, wires) : '',
      text,
      parameters: wires,
      results: [int.wire, ...members.map(({ value }) => value.type.wire)],
      read: readerOf(members),
      quick: false,
    },
  }
}

interface Text {
  text: string
  members: readonly Projected[]
  where: string
}

const number: readonly Projected[] = [{ key: 'count', value: { sql: '', type: int }, paths: null }]

function textOf(plan: QueryPlan, type: QueryPlan['return']['type'], to: Compilation): Text {
  if (type === 'count') {
    const parts = compileParts(plan, to, { order: false })
    return { text: each(countText(plan, parts), to), members: number, where: parts.where }
  }
  if (type === 'exists') {
    const parts = compileParts(plan, to, { order: false, select: false })
    const found = `select exists (select 1 from ${parts.from}${parts.where})::int::bigint`
    return { text: each(found, to), members: number, where: parts.where }
  }
  const parts = compileParts(plan, to)
  const page = type === 'single' ? ' limit 1' : limits(to, plan)
  const text = page === '' && isPlain(plan, parts) ? joinedText(parts, to) : each(rowsText(parts, page), to)
  return { text, members: parts.members, where: parts.where }
}

/** Whether rows for all parents can be joined, which leaves the server free to choose how. */
function isPlain(plan: QueryPlan, parts: QueryParts): boolean {
  return (
    plan.return.type !== 'aggregate' &&
    !parts.select.startsWith('distinct ') &&
    plan.joins.every(({ type }) => type !== 'right')
  )
}

function joinedText(parts: QueryParts, to: Compilation): string {
  const order = parts.order.replace(' order by ', ', ')
  return `select ${parentsAlias}.place, ${parts.select} from ${parentsOf(to)} cross join ${parts.from}${parts.where} order by ${parentsAlias}.place${order}${parts.lock}`
}

function rowsText(parts: QueryParts, page: string): string {
  return `select ${parts.select} from ${parts.from}${parts.where}${parts.group}${parts.order}${page}${parts.lock}`
}

/** The inner query once a parent. Rows of a parent keep its order, since nothing sorts them again. */
function each(inner: string, to: Compilation): string {
  return `select ${parentsAlias}.place, "~found".* from ${parentsOf(to)} cross join lateral (${inner}) as "~found"`
}

function parentsOf(to: Compilation): string {
  if (to.parameters.length === 0) return `(values (1::bigint)) as ${parentsAlias}(place)`
  const lists = to.parameters.map(({ type }, i) => `$${i + 1}::${packed(type).sql}`)
  const names = to.parameters.map((_, i) => `p${i}`)
  return `rows from (unnest(${lists.join(', ')})) with ordinality as ${parentsAlias}(${names.join(', ')}, place)`
}

function readerOf(members: readonly Projected[]): RowReader<RowOfParent> {
  const readRow = rowReader(members)
  return (bytes, start) => {
    const length = bytes.readInt32BE(start)
    const place = int.wire.read(bytes, start + 4, length) as number
    return { place, row: readRow(bytes, start + 4 + length) }
  }
}
