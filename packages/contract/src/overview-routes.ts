import { z } from 'zod'
import { route } from './route.ts'
import { branch, diagnostic, id, inWorkspace, onBranch, time } from './shapes.ts'

const counts = { requests: z.int(), errors: z.int() }

const place = z.object({
  object: id,
  kind: z.string(),
  name: z.string(),
  line: z.int(),
  column: z.int(),
  /** The statement it stands in, null outside of one. */
  address: z.string().nullable(),
  /** The whole line. */
  text: z.string(),
})

/** Of the last 24 hours, most requests first. */
const endpoints = z.array(
  z.object({
    group: z.string(),
    verb: z.string(),
    path: z.string(),
    ...counts,
    averageMs: z.number(),
    slowestMs: z.number(),
  }),
)

/** A workspace from above, and what is found across all of it. */
export const overviewRoutes = {
  overview: route({
    method: 'POST',
    path: '/overview',
    permission: 'session',
    role: 'viewer',
    summary:
      'Requests and errors of the last 24 hours on all branches; unpublished drafts, and problems in the newest texts, ' +
      'of one.',
    input: onBranch,
    output: z.object({
      /** Oldest first, the hour now last; every hour is there. */
      hours: z.array(z.object({ hour: time, ...counts })),
      endpoints,
      drafts: z.array(z.object({ object: id, kind: z.string(), name: z.string(), updatedAt: time })),
      /** Each at the object it is in, its line counted from that object's own first. */
      problems: z.array(diagnostic.extend({ object: id, kind: z.string(), name: z.string() })),
    }),
  }),
  traffic: route({
    method: 'POST',
    path: '/traffic',
    permission: 'session',
    role: 'viewer',
    summary: 'Requests and errors of each endpoint in the last 24 hours, on all branches.',
    input: inWorkspace,
    output: z.object({ endpoints }),
  }),
  search: route({
    method: 'POST',
    path: '/search',
    permission: 'session',
    role: 'viewer',
    summary: 'Where a text stands in the newest texts of a branch, without regard to case. 200 places at most.',
    input: z.strictObject({ workspace: id, branch, text: z.string().trim().min(1).max(200) }),
    output: z.object({ places: z.array(place), more: z.boolean() }),
  }),
  references: route({
    method: 'POST',
    path: '/references',
    permission: 'session',
    role: 'viewer',
    summary: 'Where a table or a function is used on a branch, and which other branches use it.',
    input: z.strictObject({
      workspace: id,
      branch,
      kind: z.enum(['table', 'function']),
      name: z.string().min(1).max(200),
    }),
    output: z.object({
      places: z.array(place),
      /** Names of the other branches with a stack of their own that uses it. */
      otherBranches: z.array(z.string()),
    }),
  }),
}
