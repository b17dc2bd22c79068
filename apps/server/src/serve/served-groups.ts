import type { Program } from '@cairn/runtime'
import { Router } from '../http/router/router.ts'
import type { Endpoint, ServedGroup } from '../http/served.ts'
import type { Tally } from '../http/tally.ts'
import type { EndpointKey } from './tallies.ts'

export interface ServedGroups {
  /** By canonical. */
  groups: Map<string, ServedGroup>
  /** Endpoints that cannot be reached, and why; they never stop the start. */
  warnings: string[]
}

/**
 * Places every endpoint of a program in the router of its API group. `canonicals`: group name → URL segment; `tallyOf`
 * finds the counter of an endpoint.
 */
export function servedGroups(
  program: Program,
  canonicals: ReadonlyMap<string, string>,
  tallyOf: (endpoint: Omit<EndpointKey, 'workspaceId'>) => Tally,
): ServedGroups {
  const groups = new Map<string, ServedGroup>()
  const byName = new Map<string, ServedGroup>()
  const warnings: string[] = []
  for (const { name, active, cors } of program.model.groups.values()) {
    const canonical = canonicals.get(name)
    if (canonical === undefined) throw new Error(`API group "${name}" was published without a canonical.`)
    const group = { name, canonical, active, cors, routes: new Router<Endpoint>() }
    groups.set(canonical, group)
    byName.set(name, group)
  }
  for (const stack of program.queries) {
    const { verb, path, apiGroup } = stack.object
    const group = apiGroup === null ? undefined : byName.get(apiGroup)
    if (!group) warnings.push(`${verb} ${path}: there is no API group "${apiGroup ?? ''}"`)
    else if (!group.routes.add(verb, trimSlashes(path), endpointOf(stack, group.name, tallyOf))) {
      warnings.push(`${verb} ${path}: API group "${group.name}" already has an endpoint there`)
    }
  }
  return { groups, warnings }
}

function endpointOf(
  stack: Program['queries'][number],
  group: string,
  tallyOf: (endpoint: Omit<EndpointKey, 'workspaceId'>) => Tally,
): Endpoint {
  const { verb, path, auth, active } = stack.object
  return { stack, table: auth, active, tally: tallyOf({ group, verb, path: trimSlashes(path) }) }
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}
