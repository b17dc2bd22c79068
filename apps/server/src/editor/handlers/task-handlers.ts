import type { taskRoutes } from '@cairn/contract'
import { nextDue } from '../../tasks/next-due.ts'
import { branchAddress } from '../base-url.ts'
import { itemOf } from '../describe-object.ts'
import type { Handlers } from '../handlers.ts'

export const taskHandlers: Pick<Handlers, keyof typeof taskRoutes> = {
  async tasks({ store, clock }, { input }) {
    const now = clock.now().getTime()
    const objects = await store.listObjects(input.workspace, input.branch)
    const isLive = (await branchAddress(store, input.workspace, input.branch)) === ''
    const tasks = objects.flatMap(({ id, kind, published }) => {
      const item = kind === 'task' && published !== null ? itemOf(published) : null
      if (item?.kind !== 'task') return []
      const { active, datasource, schedule } = item
      const due = active && isLive ? nextDue(schedule, now) : null
      const every = schedule.flatMap(({ freq }) => freq ?? [])
      const next = due === null ? null : new Date(due).toISOString()
      return [{ object: id, active, datasource: datasource ?? 'live', every, next }]
    })
    return { tasks }
  },
}
