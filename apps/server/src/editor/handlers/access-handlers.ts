import type { accessRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'

export const accessHandlers: Pick<Handlers, keyof typeof accessRoutes> = {
  accessMatrix: ({ serving }, { input }) => serving.accessMatrix(input.workspace, input.group, input.branch),
}
