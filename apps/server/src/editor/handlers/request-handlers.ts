import type { InputOf, OutputOf, requestRoutes } from '@cairn/contract'
import type { PastRequest, RequestFilter } from '@cairn/workspace'
import { defaultRule } from '../../history/default-rule.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { DONE } from './done.ts'
import { requestsCsv } from './requests-csv.ts'

type Routes = typeof requestRoutes
type Filter = InputOf<Routes['requests']>['filter']

const MOST_IN_CSV = 10_000

/** Without an end, to now: a second ahead, since clocks of several processes differ a little. */
const filterOf = ({ from, to, ...rest }: Filter, now: Date): RequestFilter => {
  const filter = { ...rest, from: Date.parse(from), to: to === undefined ? now.getTime() + 1_000 : Date.parse(to) }
  if (filter.from < filter.to) return filter
  throw new Refusal(400, 'input_invalid', 'filter.from: The time must begin before it ends.')
}

const iso = (at: number): string => new Date(at).toISOString()

export const shownRequest = ({
  at,
  userTable,
  userId,
  ...request
}: PastRequest): OutputOf<Routes['requests']>['requests'][number] => ({
  ...request,
  at: iso(at),
  user: userTable === null || userId === null ? null : { table: userTable, id: userId },
})

export const requestHandlers: Pick<
  Handlers,
  'requests' | 'requestFigures' | 'requestCsv' | 'recordingRules' | 'setRecordingRule'
> = {
  async requests({ store, serving, clock }, { input }) {
    await serving.kept()
    const filter = filterOf(input.filter, clock.now())
    const after = input.after === null ? null : { id: input.after.id, at: Date.parse(input.after.at) }
    const [requests, lost] = await Promise.all([
      store.requests.list(input.workspace, filter, { limit: input.limit, after }),
      store.requests.lostSince(input.workspace, filter.from),
    ])
    return { requests: requests.map(shownRequest), lost }
  },

  async requestFigures({ store, serving, clock }, { input: { workspace, filter: given, slots: parts } }) {
    await serving.kept()
    const filter = filterOf(given, clock.now())
    const { slots, ...figures } = await store.requests.figures(workspace, filter, parts)
    const width = (filter.to - filter.from) / parts
    const found = new Map(slots.map(({ at, ...slot }) => [Math.round((at - filter.from) / width), slot]))
    const none = { requests: 0, errors: 0, p50: 0, p95: 0, p99: 0 }
    const all = Array.from({ length: parts }, (_, index) => ({
      at: iso(filter.from + index * width),
      ...(found.get(index) ?? none),
    }))
    return { ...figures, slots: all }
  },

  async requestCsv({ store, serving, clock }, { input: { workspace, filter } }) {
    await serving.kept()
    const page = { limit: MOST_IN_CSV, after: null }
    return { csv: requestsCsv(await store.requests.list(workspace, filterOf(filter, clock.now()), page)) }
  },

  async recordingRules({ store }, { input: { workspace } }) {
    const rules = await store.requests.rules(workspace)
    return {
      default: defaultRule,
      endpoints: rules.map(({ group, verb, path, errors, slowMs, perMinute }) => ({
        group,
        verb,
        path,
        rule: { errors, slowMs, perMinute },
      })),
    }
  },

  async setRecordingRule({ store, serving }, { input: { workspace: workspaceId, rule, ...endpoint } }) {
    await store.requests.setRule({ workspaceId, ...endpoint }, rule)
    await serving.rulesChanged()
    return DONE
  },
}
