import { StackError, type BulkPlan, type QueryPlan, type Value } from '@cairn/statements'
import { tableOf, type Table } from '../catalogue/catalogue.ts'
import type { Column } from '../catalogue/column.ts'
import { quoteName } from '../catalogue/identifier.ts'
import { statementName, type PreparedStatement, type WireType } from '../connect/statement.ts'
import { createCompilation } from '../sql/create-compilation.ts'
import { packed } from '../sql/packed.ts'
import { projectColumns, rowReader, type Row } from '../sql/projection.ts'
import { bound } from './query.ts'
import { programOf } from './query-program.ts'
import type { Runner } from './runner.ts'
import { raiseSequence } from './sequence.ts'
import type { Store } from './store.ts'
import { runTransaction } from './transaction.ts'
import { assign, pairsOf, returning } from './write.ts'

/** Rows of one statement: PostgreSQL allows 65,535 parameters; lists need one a column whatever the rows. */
const chunk = 5000

/** `db.bulk.*`: all or nothing. */
export async function runBulk(
  plan: BulkPlan,
  items: Value,
  values: readonly Value[],
  store: Store,
  runner: Runner,
): Promise<Value> {
  if (plan.kind === 'bulk.delete') return deleteWhere(plan, values, store, runner)
  if (plan.where !== null) return updateWhere(plan, items, values, store, runner)
  if (!Array.isArray(items))
    throw new StackError('badrequest', 'invalid_data', 'The items of a bulk statement must be a list.')
  const table = tableOf(store.catalogue, plan.table)
  const groups = await groupsOf(plan, table, items, store)
  const write = plan.kind === 'bulk.add' ? insertGroup : updateGroup
  const written = await runTransaction(
    async (inner) => {
      const rows: Row[] = []
      for (const group of groups) {
        const done = await write(table, group, inner)
        for (const [i, place] of group.places.entries()) if (done[i] !== undefined) rows[place] = done[i]
      }
      return rows
    },
    undefined,
    runner,
  )
  // Items without a row (an update that found none) leave no hole.
  return written.filter((row) => row !== undefined)
}

/** Rows that write the same columns, as one list of values a column. */
interface Group {
  columns: Column[]
  lists: unknown[][]
  /** Where each row stood among the items. */
  places: number[]
}

async function groupsOf(plan: BulkPlan, table: Table, items: readonly Value[], store: Store): Promise<Group[]> {
  const open = new Map<string, Group>()
  const all: Group[] = []
  for (const [place, item] of items.entries()) {
    const pairs = pairsOf(table, item).filter(
      ([column]) => plan.kind !== 'bulk.add' || plan.allowId || column.name !== 'id',
    )
    const assignments = (await assign(pairs, store)).filter(
      ({ column, value }) => column.name !== 'id' || value !== null,
    )
    if (plan.kind !== 'bulk.add' && !assignments.some(({ column }) => column.name === 'id')) {
      throw new StackError('badrequest', 'missing_id', 'Each item of a bulk update needs its id.')
    }
    const key = assignments.map(({ column }) => column.name).join('\0')
    let group = open.get(key)
    if (group === undefined || group.places.length >= chunk) {
      group = { columns: assignments.map(({ column }) => column), lists: assignments.map(() => []), places: [] }
      open.set(key, group)
      all.push(group)
    }
    group.places.push(place)
    for (const [i, { value }] of assignments.entries()) group.lists[i]!.push(value)
  }
  return all
}

/** A name that is not the table's own. */
function sourceAlias(table: Table): string {
  return quoteName(`${table.name} items`)
}

function sourceOf(table: Table, columns: readonly Column[]): { from: string; wires: WireType[]; unpacked: string[] } {
  const wires = columns.map(({ type }) => packed(type))
  const source = sourceAlias(table)
  const lists = wires.map(({ sql }, i) => `$${i + 1}::${sql}`)
  const names = columns.map((_, i) => `c${i}`)
  return {
    from: `rows from (unnest(${lists.join(', ')})) with ordinality as ${source}(${[...names, 'place'].join(', ')})`,
    wires: wires.map(({ wire }) => wire),
    unpacked: wires.map(({ unpack }, i) => unpack(`${source}.c${i}`)),
  }
}

function statementOf(table: Table, text: string, parameters: readonly WireType[]): PreparedStatement<Row> {
  const members = projectColumns(table, table.name, null)
  return {
    name: statementName(text, parameters),
    text,
    parameters,
    results: members.map(({ value }) => value.type.wire),
    read: rowReader(members),
    quick: false,
  }
}

async function insertGroup(table: Table, group: Group, runner: Runner): Promise<Row[]> {
  const answer = returning(projectColumns(table, table.name, null))
  const target = `insert into ${table.sql} as ${quoteName(table.name)}`
  if (group.columns.length === 0) {
    const rows: Row[] = []
    for (const _ of group.places) {
      rows.push(...(await runner.run(statementOf(table, `${target} default values${answer}`, []), [])).rows)
    }
    return rows
  }
  const { from, wires, unpacked } = sourceOf(table, group.columns)
  const columns = group.columns.map(({ sql }) => sql).join(', ')
  const text = `${target} (${columns}) select ${unpacked.join(', ')} from ${from} order by ${sourceAlias(table)}.place${answer}`
  const { rows } = await runner.run(statementOf(table, text, wires), group.lists)
  const id = group.columns.findIndex(({ name }) => name === 'id')
  if (id >= 0) await raiseSequence(table, highest(group.lists[id]!), runner)
  return rows
}

function highest(ids: readonly unknown[]): number {
  let most = 0
  for (const id of ids) if (typeof id === 'number' && id > most) most = id
  return most
}

async function updateGroup(table: Table, group: Group, runner: Runner): Promise<Row[]> {
  const { from, wires, unpacked } = sourceOf(table, group.columns)
  const alias = quoteName(table.name)
  const id = group.columns.findIndex(({ name }) => name === 'id')
  const sets = group.columns.flatMap(({ sql }, i) => (i === id ? [] : [`${sql} = ${unpacked[i]}`]))
  const content = sets.length === 0 ? `"id" = ${alias}."id"` : sets.join(', ')
  const text = `update ${table.sql} as ${alias} set ${content} from ${from} where ${alias}."id" = ${unpacked[id]}${returning(projectColumns(table, table.name, null))}`
  const { rows } = await runner.run(statementOf(table, text, wires), group.lists)
  const byId = new Map(rows.map((row) => [row['id'], row]))
  return group.lists[id]!.map((key) => byId.get(key as Value)!)
}

async function deleteWhere(plan: BulkPlan, values: readonly Value[], store: Store, runner: Runner): Promise<number> {
  return changeWhere(
    plan,
    values,
    store,
    runner,
    (table, alias, where) => `delete from ${table.sql} as ${alias}${where}`,
  )
}

/** The variant with `where` and one set of data for all rows it finds. Resolves to how many. */
async function updateWhere(
  plan: BulkPlan,
  data: Value,
  values: readonly Value[],
  store: Store,
  runner: Runner,
): Promise<number> {
  const table = tableOf(store.catalogue, plan.table)
  const assignments = (await assign(pairsOf(table, data), store)).filter(({ column }) => column.name !== 'id')
  if (assignments.length === 0) return 0
  return changeWhere(
    plan,
    values,
    store,
    runner,
    (found, alias, where, place) => {
      const sets = assignments.map(({ column }, i) => `${column.sql} = $${place + i + 1}::${column.type.sql}`)
      return `update ${found.sql} as ${alias} set ${sets.join(', ')}${where}`
    },
    assignments.map(({ column, value }) => ({ wire: column.type.wire, value })),
  )
}

async function changeWhere(
  plan: BulkPlan,
  values: readonly Value[],
  store: Store,
  runner: Runner,
  write: (table: Table, alias: string, where: string, place: number) => string,
  more: readonly { wire: WireType; value: unknown }[] = [],
): Promise<number> {
  const { states, request } = programOf(queryOf(plan), store).bind(values, store.time)
  const to = createCompilation(store.catalogue, states)
  const table = tableOf(store.catalogue, plan.table)
  to.scope.set(plan.table, table)
  const made = plan.where === null ? true : to.condition(plan.where)
  const where = made === null || made === true ? '' : ` where ${String(made)}`
  const text = write(table, quoteName(plan.table), where, to.parameters.length)
  const parameters = [...to.parameters.map(({ wire }) => wire), ...more.map(({ wire }) => wire)]
  const given = [...bound({ parameters: to.parameters }, request), ...more.map(({ value }) => value)]
  const statement = { name: '', text, parameters, results: [], read: () => null, quick: false }
  return (await runner.run(statement, given)).affected
}

const queries = new WeakMap<BulkPlan, QueryPlan>()

/** The query that finds the rows a bulk plan changes; its guards decide the form of the condition. */
function queryOf(plan: BulkPlan): QueryPlan {
  const known = queries.get(plan)
  if (known !== undefined) return known
  const made: QueryPlan = {
    kind: 'query',
    table: plan.table,
    where: plan.where,
    additionalWhere: null,
    joins: [],
    evals: [],
    sort: [],
    overrideSort: null,
    return: { type: 'count' },
    output: null,
    addons: [],
    lock: false,
  }
  queries.set(plan, made)
  return made
}
