import type { Handlers } from '../editor-world.ts'
import { accessHandlers } from './access.ts'
import { memberHandlers } from './members.ts'
import { objectHandlers } from './objects.ts'
import { settingHandlers } from './settings.ts'
import { tableHandlers } from './tables.ts'
import { workspaceHandlers } from './workspaces.ts'

/** What each route of the contract does. */
export const handlers: Handlers = {
  ...accessHandlers,
  ...workspaceHandlers,
  ...objectHandlers,
  ...tableHandlers,
  ...memberHandlers,
  ...settingHandlers,
}
