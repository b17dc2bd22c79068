import type { objectLifeRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { demandTests } from '../publish-gate.ts'
import { DONE } from './done.ts'

export const objectLifeHandlers: Pick<Handlers, keyof typeof objectLifeRoutes> = {
  async discardDraft({ store }, { input }) {
    const { id: objectId } = await store.object(input.workspace, input.object)
    const { edition } = await store.discardDraft({ objectId, expectedEdition: input.expectedEdition })
    return { edition }
  },

  async deleteObject(world, { input }) {
    const { id: objectId, branch } = await world.store.object(input.workspace, input.object)
    await world.store.deleteObject({ objectId, expectedEdition: input.expectedEdition })
    await world.serving.caughtUp(input.workspace, branch)
    return DONE
  },

  async restoreVersion(world, { input }, { user }) {
    const { id: objectId, branch, edition } = await world.store.object(input.workspace, input.object)
    const { expectedEdition, version } = input
    const source = (await world.store.versions(objectId)).find((one) => one.version === version)?.source
    if (source !== undefined) await demandTests(world, input.workspace, { object: objectId, source, branch })
    const answer = await world.store.restore({ objectId, expectedEdition, version, author: user.id })
    if (answer.published) await world.serving.caughtUp(input.workspace, branch)
    return {
      published: answer.published,
      edition: answer.published ? answer.object.edition : edition,
      diagnostics: answer.diagnostics,
    }
  },
}
