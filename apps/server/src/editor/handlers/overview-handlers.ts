import type { OutputOf, overviewRoutes } from '@cairn/contract'
import { lineColumn, statements, type Statement } from '@cairn/language'
import type { EndpointHour, ObjectProblem, SourceObject } from '@cairn/workspace'
import { newest } from '../describe-object.ts'
import type { Handlers } from '../handlers.ts'
import { treeOf } from '../tree-of.ts'
import { Uses } from '../uses.ts'

type Routes = typeof overviewRoutes
type Place = OutputOf<Routes['search']>['places'][number]
type Overview = OutputOf<Routes['overview']>

const HOUR = 3600_000
const MOST_PLACES = 200
const MOST_PROBLEMS = 200

const placeAt = ({ id, kind, name }: SourceObject, text: string, start: number, address: string | null): Place => {
  const { line, column } = lineColumn(text, start)
  return { object: id, kind, name, line, column, address, text: text.split('\n')[line - 1]?.trim().slice(0, 300) ?? '' }
}

/** The innermost statement an offset is in. */
const addressAt = (tree: Statement | null, offset: number): string | null => {
  let found: string | null = null
  for (const { address, statement } of statements(tree?.body ?? null)) {
    if (statement.start <= offset && offset < statement.end) found = address
  }
  return found
}

const hoursOf = (counted: EndpointHour[], now: Date): Overview['hours'] => {
  const last = Math.floor(now.getTime() / HOUR) * HOUR
  return Array.from({ length: 24 }, (_, index) => {
    const hour = last - (23 - index) * HOUR
    const within = counted.filter((one) => one.hour.getTime() === hour)
    return {
      hour: new Date(hour).toISOString(),
      requests: within.reduce((sum, one) => sum + one.requests, 0),
      errors: within.reduce((sum, one) => sum + one.errors, 0),
    }
  })
}

/** Of the last 24, the one now among them. */
const firstHour = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR) * HOUR - 23 * HOUR)

const endpointsOf = (counted: EndpointHour[]): Overview['endpoints'] => {
  const found = new Map<string, Overview['endpoints'][number] & { totalMs: number }>()
  for (const { group, verb, path, ...one } of counted) {
    const key = JSON.stringify([group, verb, path])
    const sum = found.get(key) ?? { group, verb, path, requests: 0, errors: 0, averageMs: 0, slowestMs: 0, totalMs: 0 }
    sum.requests += one.requests
    sum.errors += one.errors
    sum.totalMs += one.totalMs
    sum.slowestMs = Math.max(sum.slowestMs, one.slowestMs)
    found.set(key, sum)
  }
  return [...found.values()]
    .map(({ totalMs, ...sum }) => ({ ...sum, averageMs: totalMs / sum.requests }))
    .toSorted((a, b) => b.requests - a.requests)
}

const shownProblem = ({ object, found }: ObjectProblem): Overview['problems'][number] => ({
  object: object.id,
  kind: object.kind,
  name: object.name,
  file: found.file,
  severity: found.severity,
  code: found.code,
  message: found.message,
  line: found.line,
  column: found.column,
})

const errorsFirst = (a: ObjectProblem, b: ObjectProblem): number =>
  Number(b.found.severity === 'error') - Number(a.found.severity === 'error')

export const overviewHandlers: Pick<Handlers, keyof Routes> = {
  async overview({ store, serving, clock }, { input }) {
    await serving.counted()
    const now = clock.now()
    const [counted, objects, problems] = await Promise.all([
      store.endpointHours.since(input.workspace, firstHour(now)),
      store.listObjects(input.workspace, input.branch),
      store.problems(input.workspace, input.branch),
    ])
    const drafts = objects.filter(({ draft }) => draft !== null)
    return {
      hours: hoursOf(counted, now),
      endpoints: endpointsOf(counted),
      drafts: drafts.map(({ id, kind, name, updatedAt }) => ({
        object: id,
        kind,
        name,
        updatedAt: updatedAt.toISOString(),
      })),
      problems: problems.toSorted(errorsFirst).slice(0, MOST_PROBLEMS).map(shownProblem),
    }
  },

  async traffic({ store, serving, clock }, { input }) {
    await serving.counted()
    return { endpoints: endpointsOf(await store.endpointHours.since(input.workspace, firstHour(clock.now()))) }
  },

  async search({ store }, { input }) {
    const wanted = input.text.toLowerCase()
    const places: Place[] = []
    for (const object of await store.listObjects(input.workspace, input.branch)) {
      const text = newest(object)
      const lower = text.toLowerCase()
      let at = lower.indexOf(wanted)
      const tree = at === -1 ? null : treeOf(text)
      for (; at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
        if (places.length === MOST_PLACES) return { places, more: true }
        places.push(placeAt(object, text, at, addressAt(tree, at)))
      }
    }
    return { places, more: false }
  },

  async references({ store }, { input: { workspace, branch, kind, name } }) {
    const [objects, others] = await Promise.all([
      store.listObjects(workspace, branch),
      store.otherTexts(workspace, branch),
    ])
    const uses = new Uses(kind, name)
    const places = objects.flatMap((object) => {
      const text = newest(object)
      return uses.in(text).map(({ address, start }) => placeAt(object, text, start, address))
    })
    return { places, otherBranches: uses.branches(others) }
  },
}
