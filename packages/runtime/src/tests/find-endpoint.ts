import type { QueryObject, WorkspaceModel } from '@cairn/language'
import { toText } from '@cairn/statements'
import type { EndpointCall } from '../run/run.ts'

/** The endpoint a test names by its path as it is written, or by one that fits its `{parameters}`, which it then gives. */
export function findEndpoint(
  model: WorkspaceModel,
  call: EndpointCall,
): { query: QueryObject; params: Record<string, string> } | null {
  const path = toText(call.path).replace(/^\//, '')
  const verb = toText(call.verb).toUpperCase()
  const candidates = model.queries.filter(
    (query) => query.verb === verb && (call.group === null || query.apiGroup === toText(call.group)),
  )
  const exact = candidates.find((query) => query.path === path)
  if (exact !== undefined) return { query: exact, params: {} }
  for (const query of candidates) {
    const params = matchPath(query.path, path)
    if (params !== null) return { query, params }
  }
  return null
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: [string, string][] = []
  for (const [at, segment] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(segment)?.[1]
    if (name !== undefined) params.push([name, given[at]!])
    else if (segment !== given[at]) return null
  }
  return Object.fromEntries(params)
}
