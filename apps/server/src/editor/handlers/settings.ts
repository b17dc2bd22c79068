import type { settingRoutes } from '@cairn/contract'
import { done, type Handlers } from '../editor-world.ts'

export const settingHandlers: Pick<Handlers, keyof typeof settingRoutes> = {
  variables: async ({ store }, { input }) => ({ names: Object.keys(await store.env(input.workspace)) }),

  async setVariable({ store, running }, { input }) {
    await store.setEnv(input.workspace, { [input.name]: input.value })
    await running.reload(input.workspace)
    return done
  },

  async branches({ store }, { input }) {
    const { workspace, branches, datasources } = await store.publishedModel(input.workspace)
    return { live: workspace.liveBranch, branches: [...branches].toSorted(), datasources: [...datasources].toSorted() }
  },

  async createBranch({ store }, { input }) {
    const { name, from } = input
    await store.createBranch(input.workspace, from === undefined ? { name } : { name, from })
    return done
  },

  async setCanonical({ store, running }, { input }) {
    await store.setCanonical(input.workspace, input.group, input.canonical)
    await running.reload(input.workspace)
    return done
  },
}
