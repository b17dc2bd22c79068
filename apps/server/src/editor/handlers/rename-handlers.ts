import type { InputOf, OutputOf, renameRoutes } from '@cairn/contract'
import { renameInObject, type Renaming } from '@cairn/language'
import type { SourceObject, WorkspaceStore } from '@cairn/workspace'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'

type Ask = InputOf<(typeof renameRoutes)['previewRename']>
type Change = OutputOf<(typeof renameRoutes)['previewRename']>['changes'][number]

const changesOf = async ({ store }: EditorWorld, ask: Ask): Promise<Change[]> => {
  const objects = await objectsNaming(store, ask)
  const renaming = renamingOf(objects, ask)
  return objects.flatMap((object) => {
    if (ask.kind === 'column' && object.kind === 'table') return []
    const before = object.draft ?? object.published ?? ''
    const renamed = renameInObject(before, renaming)
    if (renamed === null) return []
    const { id, edition, name } = object
    const { places, text: after } = renamed
    return [{ object: id, branch: object.branch, kind: object.kind, name, edition, places, before, after }]
  })
}

/** All that may name it: of a table, which all branches share, on every branch. */
const objectsNaming = async (
  store: WorkspaceStore,
  { workspace, branch, kind }: Pick<Ask, 'workspace' | 'branch' | 'kind'>,
): Promise<SourceObject[]> => {
  if (kind === 'function') return store.listObjects(workspace, branch)
  const found = new Map<number, SourceObject>()
  for (const { name } of await store.branches(workspace)) {
    for (const object of await store.listObjects(workspace, name)) found.set(object.id, object)
  }
  return [...found.values()]
}

const renamingOf = (objects: readonly { kind: string; name: string }[], ask: Ask): Renaming => {
  const { kind, table = '', from, to } = ask
  if (kind === 'column') {
    if (objects.some((object) => object.kind === 'table' && object.name === table)) return { kind, table, from, to }
    throw new Refusal(404, 'unknown_object', `There is no table "${table}".`)
  }
  if (objects.some((object) => object.kind === kind && object.name === to)) {
    throw new Refusal(409, 'object_exists', `There is a ${kind} "${to}" already. Choose another name.`)
  }
  if (!objects.some((object) => object.kind === kind && object.name === from)) {
    throw new Refusal(404, 'unknown_object', `There is no ${kind} "${from}".`)
  }
  return { kind, from, to }
}

export const renameHandlers: Pick<Handlers, keyof typeof renameRoutes> = {
  previewRename: async (world, { input }) => ({ changes: await changesOf(world, input) }),

  async rename(world, { input }) {
    const changes = await changesOf(world, input)
    const drafts = changes.map(({ object, after }) => ({
      objectId: object,
      source: after,
      // One that the preview did not show is at no edition that was seen.
      expectedEdition: input.editions[String(object)] ?? -1,
    }))
    await world.store.saveDrafts(drafts)
    return { drafts: drafts.length }
  },
}
