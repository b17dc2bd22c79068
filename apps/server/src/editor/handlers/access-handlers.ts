import type { accessRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { retrieveToken } from '../run/retrieve-token.ts'

export const accessHandlers: Pick<Handlers, keyof typeof accessRoutes> = {
  accessMatrix: ({ serving }, { input }) => serving.accessMatrix(input.workspace, input.group, input.branch),

  async viewAs({ serving }, { input: { workspace, branch, group, table, id } }) {
    const { token } = await retrieveToken(serving, { workspace, branch, table, id, datasource: 'live' })
    return { calls: await serving.viewAs(workspace, group, { table, token }, branch) }
  },
}
