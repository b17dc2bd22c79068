import type { settingRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { demandAllTests } from '../publish-gate.ts'
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

  publishRules: ({ store }, { input }) => store.publishRules(input.workspace),

  async setPublishRules({ store }, { input: { workspace, ...rules } }) {
    await store.setPublishRules(workspace, rules)
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

  async deleteBranch({ store, serving }, { input: { workspace, name } }) {
    await store.deleteBranch(workspace, name)
    await serving.caughtUp(workspace)
    return DONE
  },

  async setLiveBranch(world, { input }) {
    const { store, serving } = world
    const { workspace, name } = input
    await demandAllTests(world, workspace, name, async () => (await store.publishedModel(workspace, name)).model)
    await store.setLiveBranch(input.workspace, input.name)
    await serving.caughtUp(input.workspace)
    return DONE
  },

  async mergeBranch(world, { input }, { user }) {
    const { store, serving } = world
    const { workspace, ...asked } = input
    const request = { ...asked, author: user.id }
    if (asked.apply) await demandAllTests(world, workspace, '', () => store.mergedModel(workspace, request))
    const merge = await store.mergeBranch(workspace, request)
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
