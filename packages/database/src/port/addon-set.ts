import type { QueryPlan, Value } from '@cairn/statements'
import { withExternal } from '../external/with-external.ts'
import type { BoundRequest } from '../sql/compilation.ts'
import type { RowOfParent } from '../sql/compile-for-parents.ts'
import type { Row } from '../sql/projection.ts'
import { pageOf, pageValue, type Page } from './page.ts'
import { programOf, type QueryProgram } from './query-program.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'

/** What an addon found for one set of its inputs. */
export interface Found {
  values: readonly Value[]
  page: Page | null
  rows: Row[]
  total: number
}

/** Sets of inputs that one statement answers: those of the same nulls, filter and sort; in practice all of them. */
interface Batch {
  program: QueryProgram
  states: string
  members: { found: Found; request: BoundRequest }[]
}

/** Runs an addon's query for many sets of inputs at once. */
export async function findForSets(
  plan: QueryPlan,
  sets: readonly (readonly Value[])[],
  store: Store,
  runner: Runner,
): Promise<Found[]> {
  const found: Found[] = []
  const batches = new Map<QueryPlan, Map<string, Batch>>()
  for (const set of sets) {
    const { plan: own, values } = withExternal(plan, set, store.catalogue, store.externals)
    const program = programOf(own, store)
    const { states, guarded, request } = program.bind(values, store.time)
    const paging = 'paging' in plan.return ? plan.return.paging : null
    const page = paging === null ? null : pageOf(paging, values, store)
    if (page !== null) guarded.push(...page.limits)
    const one = { values: set, page, rows: [], total: 0 }
    found.push(one)
    const byStates = batches.get(own) ?? new Map<string, Batch>()
    batches.set(own, byStates)
    const batch = byStates.get(states) ?? { program, states, members: [] }
    byStates.set(states, batch)
    batch.members.push({ found: one, request })
  }
  const all = [...batches.values()].flatMap((byStates) => [...byStates.values()])
  await Promise.all(all.map((batch) => fill(batch, runner)))
  return found
}

async function fill(batch: Batch, runner: Runner): Promise<void> {
  const wantsTotal = batch.members[0]?.found.page?.totals === true
  const [rows, totals] = await Promise.all([run(batch, 'rows', runner), wantsTotal ? run(batch, 'count', runner) : []])
  for (const { place, row } of rows) batch.members[place - 1]!.found.rows.push(row)
  for (const { place, row } of totals) batch.members[place - 1]!.found.total = Number(row['count'])
}

async function run(batch: Batch, kind: 'rows' | 'count', runner: Runner): Promise<readonly RowOfParent[]> {
  const { statement, parameters } = batch.program.forParents(kind, batch.states)
  if (statement === null) return []
  const lists = parameters.map((parameter) => batch.members.map(({ request }) => parameter.read(request)))
  return (await runner.run(statement, lists)).rows
}

/** What was found, in the shape the addon's return type asks for; null, [], 0 or false when it was nothing. */
export function valueOfFound(type: QueryPlan['return']['type'], { rows, page, total }: Found): Value {
  switch (type) {
    case 'single':
      return rows[0] ?? null
    case 'count':
      return Number(rows[0]?.['count'] ?? 0)
    case 'exists':
      return Number(rows[0]?.['count'] ?? 0) > 0
    case 'list':
    case 'stream':
    case 'aggregate':
      return page === null ? rows : pageValue(page, rows, page.totals ? total : null)
  }
}
