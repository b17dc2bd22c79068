import { StackError, type AddonPlan, type QueryAddon, type QueryPlan, type Value } from '@cairn/statements'
import { tableOf } from '../catalogue/catalogue.ts'
import type { Row } from '../sql/projection.ts'
import { inputAt, placesIn, put, type Place } from './addon-place.ts'
import { findForSets, valueOfFound } from './addon-set.ts'
import { neededOutput } from './needed-output.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'

/** Addons within addons; one that names itself ends here. */
const deepest = 10

/** A row to complete, and the values that the inputs of its addons may use. */
export interface Parent {
  row: Row
  values: readonly Value[]
}

/** Puts what addons find into rows: one statement an addon for all rows together. */
export async function attachAddons(
  parents: readonly Parent[],
  addons: readonly QueryAddon[],
  store: Store,
  runner: Runner,
  depth = 0,
): Promise<void> {
  if (parents.length === 0 || addons.length === 0) return
  if (depth >= deepest) {
    throw new StackError('standard', 'addons_too_deep', `Addons are nested more than ${deepest} deep.`, {
      hint: `The addon "${addons[0]!.addon}" may contain itself.`,
    })
  }
  for (const wave of wavesOf(addons)) {
    await Promise.all(wave.map((addon) => attach(parents, addon, store, runner, depth)))
  }
}

/** Addons that run at once; one that goes into or reads what another made waits for it. */
function wavesOf(addons: readonly QueryAddon[]): QueryAddon[][] {
  const waves: QueryAddon[][] = []
  let made = new Set<string>()
  for (const addon of addons) {
    const reads = Object.values(addon.input).flatMap((input) => (input.kind === 'output' ? input.path : []))
    if (waves.length === 0 || [...addon.as, ...reads].some((name) => made.has(name))) {
      waves.push([])
      made = new Set()
    }
    waves.at(-1)!.push(addon)
    made.add(addon.as.at(-1) ?? '')
  }
  return waves
}

async function attach(
  parents: readonly Parent[],
  addon: QueryAddon,
  store: Store,
  runner: Runner,
  depth: number,
): Promise<void> {
  const prepared = preparedAddon(addon, store)
  const outers = new Map<readonly Value[], number>()
  const sets = new Map<string, { values: Value[]; outer: readonly Value[]; places: Place[] }>()
  for (const { row, values } of parents) {
    for (const place of placesIn(row, addon.as)) {
      const inputs = prepared.inputs.map((name) => inputAt(addon.input[name], place, addon.as, values))
      // Addons within this one may read the values around it, so that equal inputs are not all.
      if (!outers.has(values)) outers.set(values, addon.addons.length === 0 ? 0 : outers.size)
      const key = `${outers.get(values)} ${JSON.stringify(inputs)}`
      const known = sets.get(key) ?? { values: inputs, outer: values, places: [] }
      sets.set(key, known)
      known.places.push(place)
    }
  }
  const all = [...sets.values()]
  if (all.length === 0) return
  runner.addon?.(addon.addon)
  const found = await findForSets(
    prepared.query,
    all.map(({ values }) => values),
    store,
    runner,
  )
  const rowsWith = (values: (i: number) => readonly Value[]): Parent[] =>
    found.flatMap(({ rows }, i) => rows.map((row) => ({ row, values: values(i) })))
  // The addon's own know its inputs; those that were added where it is used know the values of the stack.
  await attachAddons(
    rowsWith((i) => all[i]!.values),
    prepared.own,
    store,
    runner,
    depth + 1,
  )
  await attachAddons(
    rowsWith((i) => all[i]!.outer),
    addon.addons,
    store,
    runner,
    depth + 1,
  )
  for (const [i, { places }] of all.entries()) {
    for (const row of found[i]!.rows) hide(row, prepared.unseen)
    const value = valueOfFound(prepared.query.return.type, found[i]!)
    // Each parent has a copy of its own: a stack may change one of them.
    for (const [n, place] of places.entries()) put(place, addon.as, n === 0 ? value : structuredClone(value))
  }
}

/** Takes out what was fetched for addons only. */
export function hide(row: Row, unseen: readonly string[]): void {
  for (const name of unseen) delete row[name]
}

/** An addon where it is used: its query with the output that was asked for. */
export interface PreparedAddon {
  query: QueryPlan
  inputs: readonly string[]
  own: readonly QueryAddon[]
  unseen: readonly string[]
}

/** The plan with what its addons read, made once. */
export function neededPlan(plan: QueryPlan, store: Store): { plan: QueryPlan; unseen: readonly string[] } {
  const known = store.needed.get(plan)
  if (known !== undefined) return known
  const made = withNeeded(plan, store)
  store.needed.set(plan, made)
  return made
}

function preparedAddon(addon: QueryAddon, store: Store): PreparedAddon {
  const known = store.addonsUsed.get(addon)
  if (known !== undefined) return known
  const made = prepareAddon(addon, planOf(addon.addon, store), store)
  store.addonsUsed.set(addon, made)
  return made
}

function prepareAddon(addon: QueryAddon, { query, inputs }: AddonPlan, store: Store): PreparedAddon {
  const output = addon.output ?? query.output
  const own = query.addons
  const { plan, unseen } = withNeeded({ ...query, output, addons: [...own, ...addon.addons] }, store)
  return { query: { ...plan, addons: [] }, inputs, own, unseen }
}

/** The plan with the columns its addons read. Rows of a set stay as they are: a column more would be another set. */
function withNeeded(plan: QueryPlan, store: Store): { plan: QueryPlan; unseen: readonly string[] } {
  const isSet = plan.return.type === 'aggregate' || ('distinct' in plan.return && plan.return.distinct)
  if (plan.addons.length === 0 || isSet) return { plan, unseen: [] }
  const table = tableOf(store.catalogue, plan.table)
  const names = plan.evals.map(({ name }) => name)
  const { output, unseen } = neededOutput(table, plan.output, plan.addons, names)
  return unseen.length === 0 ? { plan, unseen } : { plan: { ...plan, output }, unseen }
}

function planOf(name: string, store: Store): AddonPlan {
  const plan = store.addons.get(name)
  if (plan !== undefined) return plan
  throw new StackError('standard', 'unknown_addon', `There is no addon "${name}".`, {
    hint: 'Check the name, or create the addon.',
  })
}
