import type { QueryObject, WorkspaceItem } from './types.ts'

/** The API group of endpoints that nothing places in another. */
const DEFAULT_API_GROUP = 'default'

/**
 * Gives every query that names no `api_group` the group of its folder: exporters write a group as a folder with its
 * `api_group` and its endpoints, and leave the name out of the endpoints (xanoscript_docs/apis.md, "API Groups"). The
 * nearest folder that holds a group decides; where it holds several, or none does, it is the default group.
 */
export function placeQueries(items: Iterable<{ path: string; object: WorkspaceItem }>): void {
  const groups = new Map<string, Set<string>>()
  const homeless: { path: string; query: QueryObject }[] = []
  for (const { path, object } of items) {
    if (object.kind === 'query' && object.apiGroup === null) homeless.push({ path, query: object })
    if (object.kind !== 'api_group') continue
    const folder = folderOf(path)
    groups.set(folder, (groups.get(folder) ?? new Set<string>()).add(object.name))
  }
  for (const { path, query } of homeless) query.apiGroup = nearestGroup(folderOf(path), groups) ?? DEFAULT_API_GROUP
}

function nearestGroup(folder: string, groups: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const [only, ...others] = groups.get(folder) ?? []
  if (only !== undefined) return others.length === 0 ? only : null
  return folder === '' ? null : nearestGroup(folderOf(folder), groups)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
