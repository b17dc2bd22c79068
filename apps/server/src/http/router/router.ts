import { decodePath } from './decode-path.ts'

export interface Match<Route> {
  route: Route
  /** Values of the `{param}` segments by name, decoded. */
  params: Readonly<Record<string, string>>
}

interface Leaf<Route> {
  route: Route
  names: string[]
}

/** One segment deep in the paths of a verb. */
interface Branch<Route> {
  literals: Map<string, Branch<Route>>
  param: Branch<Route> | null
  leaf: Leaf<Route> | null
}

interface VerbRoutes<Route> {
  /** Paths without parameters, whole: one look-up finds them. */
  whole: Map<string, Match<Route>>
  root: Branch<Route>
}

const noParams: Readonly<Record<string, string>> = Object.freeze({})

/**
 * Finds the route of a verb and a raw path. A literal segment wins over a `{param}`; a parameter takes one non-empty
 * segment; matching is exact, in case and in slashes.
 */
export class Router<Route> {
  readonly #verbs = new Map<string, VerbRoutes<Route>>()

  /** Adds `deals/{deal_id}`; false when the verb already has a route of that shape, which then stays. */
  add(verb: string, path: string, route: Route): boolean {
    const routes = this.#verbs.get(verb) ?? this.#addVerb(verb)
    const names: string[] = []
    let branch = routes.root
    for (const segment of path.split('/')) {
      const name = parameterName(segment)
      if (name !== null) names.push(name)
      branch = name === null ? literalBranch(branch, segment) : (branch.param ??= newBranch())
    }
    if (branch.leaf) return false
    branch.leaf = { route, names }
    if (names.length === 0 && !path.includes('%')) routes.whole.set(path, { route, params: noParams })
    return true
  }

  /** Null where nothing matches; throws a 400 where the path cannot be decoded. */
  find(verb: string, path: string): Match<Route> | null {
    const routes = this.#verbs.get(verb)
    if (!routes) return null
    const whole = routes.whole.get(path)
    if (whole) return whole
    const values: string[] = []
    const leaf = descend(routes.root, decodePath(path), 0, values)
    return leaf && { route: leaf.route, params: named(leaf.names, values) }
  }

  /** The verbs that have a route for this path, for `Allow`. */
  verbs(path: string): string[] {
    return [...this.#verbs.keys()].filter((verb) => this.find(verb, path) !== null)
  }

  #addVerb(verb: string): VerbRoutes<Route> {
    const routes = { whole: new Map<string, Match<Route>>(), root: newBranch<Route>() }
    this.#verbs.set(verb, routes)
    return routes
  }
}

function parameterName(segment: string): string | null {
  return segment.startsWith('{') && segment.endsWith('}') ? segment.slice(1, -1) : null
}

function newBranch<Route>(): Branch<Route> {
  return { literals: new Map(), param: null, leaf: null }
}

function literalBranch<Route>(branch: Branch<Route>, segment: string): Branch<Route> {
  let next = branch.literals.get(segment)
  if (!next) branch.literals.set(segment, (next = newBranch()))
  return next
}

/** Depth first, literals first; `values` collects the parameters of the way that matched. */
function descend<Route>(branch: Branch<Route>, segments: string[], at: number, values: string[]): Leaf<Route> | null {
  if (at === segments.length) return branch.leaf
  const segment = segments[at]!
  const literal = branch.literals.get(segment)
  const found = literal ? descend(literal, segments, at + 1, values) : null
  if (found || !branch.param || segment === '') return found
  values.push(segment)
  const leaf = descend(branch.param, segments, at + 1, values)
  if (!leaf) values.pop()
  return leaf
}

function named(names: string[], values: string[]): Readonly<Record<string, string>> {
  const params: Record<string, string> = Object.create(null)
  for (let i = 0; i < names.length; i++) params[names[i]!] = values[i]!
  return params
}
