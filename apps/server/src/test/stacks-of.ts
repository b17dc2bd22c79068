import type { WorkspaceModel } from '@cairn/language'
import type { RunnableObject } from '@cairn/runtime'

/** Everything of a workspace that has a stack and is no test. */
export const stacksOf = ({
  functions,
  queries,
  middleware,
  addons,
  tasks,
  tools,
  tableTriggers,
}: WorkspaceModel): RunnableObject[] => [
  ...functions.values(),
  ...queries,
  ...middleware.values(),
  ...addons.values(),
  ...tasks.values(),
  ...tools.values(),
  ...tableTriggers.values(),
]
