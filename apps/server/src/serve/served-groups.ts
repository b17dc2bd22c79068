import type { QueryObject } from '@cairn/language'
import type { Program } from '@cairn/runtime'
import { Router } from '../http/router/router.ts'
import type { Endpoint, ServedGroup } from '../http/served.ts'
import type { RequestWatch } from '../http/request-watch.ts'
import type { Tally } from '../http/tally.ts'
import type { EndpointKey } from './tallies.ts'

export interface ServedGroups {
  /** By canonical. */
  groups: Map<string, ServedGroup>
  /** Endpoints that cannot be reached, and why; they never stop the start. */
  warnings: string[]
}

/** What notes the requests of endpoints. */
export interface Notes {
  /** The counter of an endpoint. */
  tally(endpoint: Omit<EndpointKey, 'workspaceId'>): Tally
  /** What keeps its requests; `query` is null for those of a group that no endpoint takes. */
  watch(group: string, query: QueryObject | null): RequestWatch | null
}

/** Places every endpoint of a program in the router of its API group. `canonicals`: group name → URL segment. */
export function servedGroups(program: Program, canonicals: ReadonlyMap<string, string>, notes: Notes): ServedGroups {
  const groups = new Map<string, ServedGroup>()
  const byName = new Map<string, ServedGroup>()
  const warnings: string[] = []
  for (const { name, active, cors } of program.model.groups.values()) {
    const canonical = canonicals.get(name)
    if (canonical === undefined) throw new Error(`API group "${name}" was published without a canonical.`)
    const unmatched = notes.watch(name, null)
    const group = { name, canonical, active, cors, routes: new Router<Endpoint>(), unmatched }
    groups.set(canonical, group)
    byName.set(name, group)
  }
  for (const stack of program.queries) {
    const { verb, path, apiGroup } = stack.object
    const group = apiGroup === null ? undefined : byName.get(apiGroup)
    if (!group) warnings.push(`${verb} ${path}: there is no API group "${apiGroup ?? ''}"`)
    else if (!group.routes.add(verb, trimSlashes(path), endpointOf(stack, group.name, notes))) {
      warnings.push(`${verb} ${path}: API group "${group.name}" already has an endpoint there`)
    }
  }
  return { groups, warnings }
}

function endpointOf(stack: Program['queries'][number], group: string, notes: Notes): Endpoint {
  const { verb, path, auth, active } = stack.object
  const tally = notes.tally({ group, verb, path: trimSlashes(path) })
  return { stack, table: auth, active, tally, watch: notes.watch(group, stack.object) }
}

export function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}
