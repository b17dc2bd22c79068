import type { QueryObject, WorkspaceItem } from '@cairn/language'
import { loadProgram, type RunnableStack } from '@cairn/runtime'
import type { PastRequest, SourceObject, WorkspaceStore } from '@cairn/workspace'
import { trimSlashes } from '../../serve/served-groups.ts'
import { describeObject } from '../describe-object.ts'
import { Refusal } from '../refusal.ts'

export type Version = 'then' | 'published' | 'draft'

/** The endpoint that a request went to, as it is kept now; null when there is none of that name any more. */
export async function endpointOf(
  store: WorkspaceStore,
  workspace: number,
  { branch, group, route, method }: PastRequest,
): Promise<SourceObject | null> {
  if (route === null) return null
  const objects = await store.listObjects(workspace, branch)
  const verbs = method === 'HEAD' ? ['HEAD', 'GET'] : [method]
  return (
    objects.find((object) => {
      if (object.kind !== 'query' || trimSlashes(object.name) !== route) return false
      const said = describeObject(object)
      return said.group === group && verbs.includes(said.verb ?? '')
    }) ?? null
  )
}

/** The stack of an endpoint as one of its texts has it, among what else is published now. */
export async function stackOfVersion(
  store: WorkspaceStore,
  workspace: number,
  object: SourceObject,
  { version, at }: { version: Version; at: number },
): Promise<RunnableStack<QueryObject>> {
  const source = await sourceOf(store, object, version, at)
  const { model, item, diagnostics } = await store.modelWith(workspace, object.id, source)
  const wrong = diagnostics.find(({ severity }) => severity === 'error')
  if (wrong !== undefined) throw new Refusal(409, 'not_runnable', `Line ${wrong.line}: ${wrong.message}`)
  const stack = loadProgram(model, { branch: object.branch }).queries.find((query) => isItem(query.object, item))
  if (stack !== undefined) return stack
  throw new Refusal(409, 'not_runnable', 'This text holds no endpoint.')
}

const isItem = (object: WorkspaceItem, item: WorkspaceItem | null): boolean => object === item

async function sourceOf(store: WorkspaceStore, object: SourceObject, version: Version, at: number): Promise<string> {
  const published = object.published ?? object.draft ?? ''
  if (version === 'draft') return object.draft ?? published
  if (version === 'published') return published
  const versions = await store.versions(object.id)
  return versions.find(({ createdAt }) => createdAt.getTime() <= at)?.source ?? published
}
