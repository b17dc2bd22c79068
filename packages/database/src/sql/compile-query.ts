import type { QueryNode, QueryPlan, QuerySort } from '@cairn/statements'
import { tableOf, type Catalogue, type Table } from '../catalogue/catalogue.ts'
import { quoteName } from '../catalogue/identifier.ts'
import { int } from '../catalogue/value-types.ts'
import { statementName, type PreparedStatement } from '../connect/statement.ts'
import type { Compilation, BoundRequest, Condition, Guard, Parameter } from './compilation.ts'
import { createCompilation } from './create-compilation.ts'
import { outputPaths, projectColumns, rowReader, type Projected, type Row } from './projection.ts'

/** A statement with what fills its parameters. */
export interface CompiledQuery<R = Row> {
  statement: PreparedStatement<R>
  parameters: readonly Parameter[]
}

/** A query taken apart: shared by its own SQL, its count and its use as an addon. */
export interface QueryParts {
  table: Table
  members: Projected[]
  select: string
  from: string
  where: string
  group: string
  order: string
  lock: string
}

/** The guards of a plan, in order. */
export function guardsOf(plan: QueryPlan, catalogue: Catalogue): readonly Guard[] {
  const discovery = createCompilation(catalogue, '')
  compileParts(plan, discovery)
  return discovery.guards
}

/** The statement for one combination of guard states. `named`: whether the server should keep it. */
export function compileQuery(plan: QueryPlan, catalogue: Catalogue, states: string, named: boolean): CompiledQuery {
  const to = createCompilation(catalogue, states)
  const parts = compileParts(plan, to)
  const page = plan.return.type === 'single' ? ' limit 1' : limits(to, plan)
  const text = `select ${parts.select} from ${parts.from}${parts.where}${parts.group}${parts.order}${page}${parts.lock}`
  return finish(text, parts.members, to, named)
}

/** `select count(*)` over the same rows, paging and order left aside. */
export function compileCount(plan: QueryPlan, catalogue: Catalogue, states: string, named: boolean): CompiledQuery {
  const to = createCompilation(catalogue, states)
  const text = countText(plan, compileParts(plan, to, { order: false }))
  return finish(text, [{ key: 'count', value: { sql: '', type: int }, paths: null }], to, named)
}

export function countText(plan: QueryPlan, parts: QueryParts): string {
  const isSet = plan.return.type === 'aggregate' || ('distinct' in plan.return && plan.return.distinct)
  if (!isSet) return `select count(*) from ${parts.from}${parts.where}`
  return `select count(*) from (select ${parts.select} from ${parts.from}${parts.where}${parts.group}) as counted`
}

/** `select exists (…)`, read as 0 or 1. */
export function compileExists(plan: QueryPlan, catalogue: Catalogue, states: string, named: boolean): CompiledQuery {
  const to = createCompilation(catalogue, states)
  const parts = compileParts(plan, to, { order: false, select: false })
  const text = `select exists (select 1 from ${parts.from}${parts.where})::int::bigint`
  return finish(text, [{ key: 'count', value: { sql: '', type: int }, paths: null }], to, named)
}

function finish(text: string, members: readonly Projected[], to: Compilation, named: boolean): CompiledQuery {
  const wires = to.parameters.map(({ wire }) => wire)
  return {
    parameters: to.parameters,
    statement: {
      name: named ? statementName(text, wires) : '',
      text,
      parameters: wires,
      results: members.map(({ value }) => value.type.wire),
      read: rowReader(members),
      quick: false,
    },
  }
}

export function compileParts(
  plan: QueryPlan,
  to: Compilation,
  wanted: { order: boolean; select?: boolean } = { order: true },
): QueryParts {
  const table = tableOf(to.catalogue, plan.table)
  to.scope.set(plan.table, table)
  for (const join of plan.joins) to.scope.set(join.alias, tableOf(to.catalogue, join.table))
  for (const { name, value } of plan.evals) to.evals.set(name, value)
  // Parameters are numbered as they are met: parts are compiled in the order they are written.
  const { members, group } = selected(plan, table, to, wanted.select ?? true)
  const from = fromClause(plan, table, to)
  const where = whereClause(plan.where === null ? null : to.condition(plan.where))
  const order = wanted.order ? orderClause(plan, table, members, to) : ''
  const distinct = 'distinct' in plan.return && plan.return.distinct ? 'distinct ' : ''
  return {
    table,
    members,
    select: distinct + (members.length === 0 ? '1' : members.map(({ value }) => value.sql).join(', ')),
    from,
    where,
    group: group === '' ? '' : ` group by ${group}`,
    order: order === '' ? '' : ` order by ${order}`,
    lock:
      plan.lock && distinct === '' && plan.return.type !== 'aggregate' ? ` for update of ${quoteName(plan.table)}` : '',
  }
}

function selected(
  plan: QueryPlan,
  table: Table,
  to: Compilation,
  wanted: boolean,
): { members: Projected[]; group: string } {
  if (plan.return.type === 'aggregate') return aggregated(plan.return, to)
  if (!wanted || plan.return.type === 'count' || plan.return.type === 'exists') return { members: [], group: '' }
  const members = projectColumns(table, plan.table, plan.output)
  const named = plan.output === null ? null : outputPaths(table, plan.output)
  for (const { name } of plan.evals) {
    if (named !== null && !named.has(name)) continue
    const value = to.withinEval(name, (node) => to.expression(node, null))
    const taken = members.findIndex(({ key }) => key === name)
    const member = { key: name, value, paths: named?.get(name) ?? null }
    if (taken >= 0) members[taken] = member
    else members.push(member)
  }
  return { members, group: '' }
}

/** Groups are named by their place, so that an expression with parameters is the same one in both clauses. */
function aggregated(
  { group, evals }: Extract<QueryPlan['return'], { type: 'aggregate' }>,
  to: Compilation,
): { members: Projected[]; group: string } {
  const members = [...group, ...evals].map(({ name, value }) => ({
    key: name,
    value: to.expression(value, null),
    paths: null,
  }))
  return { members, group: group.map((_, i) => String(i + 1)).join(', ') }
}

function fromClause(plan: QueryPlan, table: Table, to: Compilation): string {
  const parts = [`${table.sql} as ${quoteName(plan.table)}`]
  for (const join of plan.joins) {
    const on = join.where === null ? true : to.condition(join.where)
    const joined = tableOf(to.catalogue, join.table).sql
    parts.push(`${join.type} join ${joined} as ${quoteName(join.alias)} on ${on === null ? 'true' : String(on)}`)
  }
  return parts.join(' ')
}

function whereClause(made: Condition): string {
  if (made === null || made === true) return ''
  return ` where ${made === false ? 'false' : made}`
}

function orderClause(plan: QueryPlan, table: Table, members: readonly Projected[], to: Compilation): string {
  const { type } = plan.return
  if (type === 'count' || type === 'exists') return ''
  const isSet = type === 'aggregate' || ('distinct' in plan.return && plan.return.distinct)
  if (isSet) return plan.sort.flatMap((sort) => setOrder(sort, plan, members)).join(', ')
  const keys = plan.sort.map((sort) => rowOrder(sort, to))
  const id = table.columns.get('id')
  // Without a last word on ties, a row could be on two pages, or on none.
  const needsId = id !== undefined && (keys.length === 0 || ('paging' in plan.return && plan.return.paging !== null))
  const random = plan.sort.some(({ order }) => order === 'rand')
  if (needsId && !random) keys.push(`${quoteName(plan.table)}.${id.sql} asc`)
  return keys.join(', ')
}

function rowOrder({ by, order }: QuerySort, to: Compilation): string {
  if (order === 'rand') return 'random()'
  const [head = '', ...rest] = by.split('.')
  const node: QueryNode = to.evals.has(by)
    ? { kind: 'column', table: by, column: '', path: [] }
    : { kind: 'column', table: head, column: rest[0] ?? '', path: rest.slice(1) }
  return `${to.expression(node, null).sql} ${order === 'desc' ? 'desc' : 'asc'}`
}

/** Rows of a set can only be ordered by what is in them: by place. */
function setOrder({ by, order }: QuerySort, plan: QueryPlan, members: readonly Projected[]): string[] {
  if (order === 'rand') return []
  const own = by.startsWith(`${plan.table}.`) ? by.slice(plan.table.length + 1) : by
  const place = members.findIndex(({ key }) => key === by || key === own)
  return place < 0 ? [] : [`${place + 1} ${order === 'desc' ? 'desc' : 'asc'}`]
}

export function limits(to: Compilation, plan: QueryPlan): string {
  if (!('paging' in plan.return) || plan.return.paging === null) return ''
  const place = to.guards.length
  const limit = to.parameter(int, ({ guarded }: BoundRequest) => guarded[place])
  const offset = to.parameter(int, ({ guarded }: BoundRequest) => guarded[place + 1])
  return ` limit ${limit} offset ${offset}`
}
