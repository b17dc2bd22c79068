import type { InputOf, OutputOf, renameRoutes } from '@cairn/contract'
import { renameInObject, type Renaming } from '@cairn/language'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'

type Ask = InputOf<(typeof renameRoutes)['previewRename']>
type Change = OutputOf<(typeof renameRoutes)['previewRename']>['changes'][number]

const changesOf = async ({ store }: EditorWorld, ask: Ask): Promise<Change[]> => {
  const objects = await store.listObjects(ask.workspace)
  const renaming = renamingOf(objects, ask)
  return objects.flatMap((object) => {
    if (ask.kind === 'column' && object.kind === 'table') return []
    const before = object.draft ?? object.published ?? ''
    const renamed = renameInObject(before, renaming)
    if (renamed === null) return []
    const { id, edition, name } = object
    return [{ object: id, kind: object.kind, name, edition, places: renamed.places, before, after: renamed.text }]
  })
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
