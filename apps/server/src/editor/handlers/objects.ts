import type { objectRoutes } from '@cairn/contract'
import type { PublishResult, SourceObject } from '@cairn/workspace'
import { done, type Call, type EditorWorld, type Handlers } from '../editor-world.ts'
import { createSummaries } from '../object-summary.ts'

const summaries = createSummaries()

type ObjectCall = Pick<Call<'object'>, 'origin'> & { input: { workspace: number } }

export const objectHandlers: Pick<Handlers, keyof typeof objectRoutes> = {
  async objects(world, call) {
    const addresses = await addressesOf(world, call)
    const objects = await world.store.listObjects(call.input.workspace)
    return { objects: objects.map((object) => summaries.summary(object, addresses)) }
  },

  object: async (world, call) => ({
    object: await whole(world, call, await world.store.object(call.input.workspace, call.input.id)),
  }),

  async createObject(world, call) {
    const made = await world.store.createObject(call.input.workspace, call.input.source)
    return { object: await whole(world, call, made) }
  },

  async saveDraft(world, call) {
    const { source } = call.input
    const saved = await world.store.saveDraft({ ...(await edited(world, call)), source })
    return { object: await whole(world, call, saved) }
  },

  async discardDraft(world, call) {
    const left = await world.store.discardDraft(await edited(world, call))
    return { object: left === null ? null : await whole(world, call, left) }
  },

  async deleteObject(world, call) {
    await world.store.deleteObject(await edited(world, call))
    await world.running.reload(call.input.workspace)
    return done
  },

  async publish(world, call, { user }) {
    const request = { ...(await edited(world, call)), author: user.id, note: call.input.note }
    return answer(world, call, await world.store.publish(request))
  },

  async versions({ store }, { input }) {
    await store.object(input.workspace, input.id)
    const [versions, members] = await Promise.all([store.versions(input.id), store.members.list(input.workspace)])
    const names = new Map(members.map(({ id, name }) => [id, name]))
    return {
      versions: versions.map(({ author, createdAt, ...version }) => ({
        ...version,
        author: author === null ? null : (names.get(author) ?? 'a former member'),
        createdAt: createdAt.toISOString(),
      })),
    }
  },

  async restore(world, call, { user }) {
    const request = { ...(await edited(world, call)), author: user.id, version: call.input.version }
    return answer(world, call, await world.store.restore(request))
  },
}

/** The object of an edit, once it is known to be of the workspace whose member asks. */
const edited = async (
  { store }: EditorWorld,
  { input }: { input: { workspace: number; id: number; edition: number } },
): Promise<{ objectId: number; expectedEdition: number }> => {
  const { id } = await store.object(input.workspace, input.id)
  return { objectId: id, expectedEdition: input.edition }
}

const addressesOf = async ({ store }: EditorWorld, { origin, input }: ObjectCall) => ({
  origin,
  canonicals: await store.canonicals(input.workspace),
})

const whole = async (world: EditorWorld, call: ObjectCall, object: SourceObject) => ({
  ...summaries.summary(object, await addressesOf(world, call)),
  draftSource: object.draft,
  publishedSource: object.published,
  diagnostics: summaries.diagnostics(object),
})

const answer = async (world: EditorWorld, call: ObjectCall, result: PublishResult) => {
  const { diagnostics } = result
  if (!result.published) return { published: false, object: null, diagnostics, warnings: [] }
  const warnings = await world.running.reload(call.input.workspace)
  return { published: true, object: await whole(world, call, result.object), diagnostics, warnings }
}
