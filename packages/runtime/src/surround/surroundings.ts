import type { BranchObject, CacheSettings, MiddlewareSettings, WorkspaceModel } from '@cairn/language'
import type { RunnableObject } from '../types.ts'

/** What stands around a stack: names of middleware before and after it, and how its answers are kept. */
export interface Surroundings {
  pre: readonly string[]
  post: readonly string[]
  cache: CacheSettings | null
}

/** Kinds of objects that a branch names middleware for. */
const branchKinds: ReadonlySet<string> = new Set(['function', 'query', 'task', 'tool'])

function hasBranchMiddleware(kind: string): kind is keyof BranchObject['middleware'] {
  return branchKinds.has(kind)
}

/**
 * What stands around `object`, or null where nothing does. The two lists of middleware are inherited each for itself:
 * from the object, else its API group, else the branch; a list that is written, though empty, takes the place of what
 * would be inherited.
 */
export function surroundingsOf(
  object: RunnableObject,
  model: WorkspaceModel,
  branch: BranchObject | null,
): Surroundings | null {
  const levels: (MiddlewareSettings | null)[] = [object.middleware]
  if (object.kind === 'query' && object.apiGroup !== null)
    levels.push(model.groups.get(object.apiGroup)?.middleware ?? null)
  if (branch !== null && hasBranchMiddleware(object.kind)) levels.push(branch.middleware[object.kind])
  const pre = hasMiddleware(object) ? namesIn(levels, 'pre') : []
  const post = hasMiddleware(object) ? namesIn(levels, 'post') : []
  const cache = object.cache !== null && object.cache.ttl > 0 ? object.cache : null
  return pre.length === 0 && post.length === 0 && cache === null ? null : { pre, post, cache }
}

/** Middleware has none of its own: it would stand around itself. */
function hasMiddleware({ kind }: RunnableObject): boolean {
  return hasBranchMiddleware(kind)
}

function namesIn(levels: readonly (MiddlewareSettings | null)[], side: 'pre' | 'post'): string[] {
  const list = levels.map((level) => level?.[side] ?? null).find((entries) => entries !== null) ?? []
  return list.filter(({ active }) => active).map(({ name }) => name)
}
