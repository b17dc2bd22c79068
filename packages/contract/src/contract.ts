import { accessRoutes } from './routes/access.ts'
import { memberRoutes } from './routes/members.ts'
import { objectRoutes } from './routes/objects.ts'
import { settingRoutes } from './routes/settings.ts'
import { tableRoutes } from './routes/tables.ts'
import { workspaceRoutes } from './routes/workspaces.ts'

/** Every route of the editor's API. A route that is not here does not exist. */
export const contract = {
  ...accessRoutes,
  ...workspaceRoutes,
  ...objectRoutes,
  ...tableRoutes,
  ...memberRoutes,
  ...settingRoutes,
}

export type Contract = typeof contract
export type RouteName = keyof Contract
