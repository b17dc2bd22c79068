import type { Program } from '@cairn/runtime'
import { Router } from '../http/router/router.ts'
import type { Endpoint, ServedGroup } from '../http/served.ts'

export interface ServedGroups {
  /** By canonical. */
  groups: Map<string, ServedGroup>
  /** Endpoints that cannot be reached, and why; they never stop the start. */
  warnings: string[]
}

/** Places every endpoint of a program in the router of its API group. `canonicals`: group name → URL segment. */
export function servedGroups(program: Program, canonicals: ReadonlyMap<string, string>): ServedGroups {
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
    const { verb, path, apiGroup, auth, active } = stack.object
    const group = apiGroup === null ? undefined : byName.get(apiGroup)
    if (!group) warnings.push(`${verb} ${path}: there is no API group "${apiGroup ?? ''}"`)
    else if (!group.routes.add(verb, trimSlashes(path), { stack, table: auth, active })) {
      warnings.push(`${verb} ${path}: API group "${group.name}" already has an endpoint there`)
    }
  }
  return { groups, warnings }
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}
