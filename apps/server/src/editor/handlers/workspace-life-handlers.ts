import type { workspaceLifeRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { DONE } from './done.ts'

export const workspaceLifeHandlers: Pick<Handlers, keyof typeof workspaceLifeRoutes> = {
  async describeWorkspace({ store, serving }, { input: { workspace, ...description } }) {
    await store.describeWorkspace(workspace, description)
    await serving.caughtUp(workspace)
    return DONE
  },

  async deleteWorkspace({ store, serving }, { input: { workspace, name } }, { user }) {
    const own = await store.listWorkspaces({ member: user.id })
    if (own.find(({ id }) => id === workspace)?.name !== name) {
      throw new Refusal(400, 'name_differs', 'That is not the name of this workspace. Nothing was deleted.')
    }
    const datasources = await store.datasources(workspace)
    await store.deleteWorkspace(workspace)
    await serving.ended(
      workspace,
      datasources.map((datasource) => datasource.name),
    )
    return DONE
  },
}
