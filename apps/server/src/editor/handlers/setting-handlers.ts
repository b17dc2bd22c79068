import type { settingRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { DONE } from './done.ts'

export const settingHandlers: Pick<Handlers, keyof typeof settingRoutes> = {
  async variables({ store }, { input }) {
    const variables = await store.envNames(input.workspace)
    return { variables: variables.map(({ name, updatedAt }) => ({ name, updatedAt: updatedAt.toISOString() })) }
  },

  async setVariable({ store, serving }, { input }) {
    await store.setEnv(input.workspace, { [input.name]: input.value })
    await serving.caughtUp(input.workspace)
    return DONE
  },

  async branches({ store }, { input }) {
    const branches = await store.branches(input.workspace)
    return { branches: branches.map((branch) => ({ ...branch, createdAt: branch.createdAt.toISOString() })) }
  },

  async createBranch({ store, serving }, { input }) {
    const { workspace, name, from } = input
    await store.createBranch(workspace, from === undefined ? { name } : { name, from })
    await serving.caughtUp(workspace, name)
    return DONE
  },

  async setLiveBranch({ store, serving }, { input }) {
    await store.setLiveBranch(input.workspace, input.name)
    await serving.caughtUp(input.workspace)
    return DONE
  },

  async mergeBranch({ store, serving }, { input }, { user }) {
    const { workspace, ...request } = input
    const merge = await store.mergeBranch(workspace, { ...request, author: user.id })
    if (merge.applied) await serving.caughtUp(workspace)
    return merge
  },

  async createDatasource({ store, serving }, { input }) {
    const { workspace, ...datasource } = input
    await store.createDatasource(workspace, datasource)
    await serving.caughtUp(workspace)
    return DONE
  },

  datasources: async ({ store }, { input }) => ({ datasources: await store.datasources(input.workspace) }),
}
