import type { folderRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { demandAllTests } from '../publish-gate.ts'

const branchOf = ({ branch }: { branch?: string | undefined }) => (branch === undefined ? {} : { branch })

export const folderHandlers: Pick<Handlers, keyof typeof folderRoutes> = {
  async exportFolder({ store }, { input }) {
    return { files: await store.exportFolder(input.workspace, { ...branchOf(input), drafts: input.drafts }) }
  },

  async importFolder(world, { input }, { user }) {
    const { workspace, files, branch = '' } = input
    const options = { ...branchOf(input), delete: input.delete, author: user.id }
    await demandAllTests(world, workspace, branch, () => world.store.importedModel(workspace, files, options))
    const report = await world.store.importFolder(input.workspace, input.files, options)
    await world.serving.caughtUp(input.workspace, input.branch)
    return report
  },
}
