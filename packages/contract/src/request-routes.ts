import { z } from 'zod'
import { route } from './route.ts'
import { done, id, inWorkspace, time } from './shapes.ts'
import { trace } from './trace.ts'

/** What stands in the place of a secret on screens and in lists. */
export const MASK = '••••••'

const filter = z.strictObject({
  /** From, included, to, excluded; to now when left out. */
  from: time,
  to: time.optional(),
  branch: z.string().max(64).optional(),
  group: z.string().max(200).optional(),
  /** The path of an endpoint as it is written. */
  route: z.string().max(1000).optional(),
  method: z.string().max(20).optional(),
  answer: z.enum(['ok', 'error', 'client_error', 'server_error']).optional(),
  /** Took that many milliseconds or more. */
  slowMs: z.number().nonnegative().optional(),
  /** In the path, the error or the user's id, without regard to case. */
  text: z.string().max(200).optional(),
  /** Those that can be replayed alone. */
  recorded: z.boolean().optional(),
})

/** Which request of a workspace. */
const requestPlace = { at: time, id: z.string().regex(/^[0-9a-f-]{36}-\d{1,9}$/) }

const request = z.object({
  ...requestPlace,
  branch: z.string(),
  datasource: z.string(),
  group: z.string(),
  /** Null where no endpoint takes it. */
  route: z.string().nullable(),
  method: z.string(),
  /** Below the group, without the query string; what is secret in it is masked. */
  path: z.string(),
  status: z.int(),
  ms: z.number(),
  /** Bytes. */
  size: z.int(),
  user: z.object({ table: z.string(), id: z.string() }).nullable(),
  error: z.string().nullable(),
  /** The address of the statement that failed. */
  errorAt: z.string().nullable(),
  recorded: z.boolean(),
})

const answer = z.object({
  status: z.int(),
  /** Null where it failed. */
  result: z.json(),
  error: z.object({ code: z.string(), message: z.string(), payload: z.json(), at: z.string().nullable() }).nullable(),
})

/** Which text of the endpoint is run: as it was when the request came, what is live now, or its draft. */
const version = z.enum(['then', 'published', 'draft'])

const replayed = answer.extend({
  ms: z.number(),
  trace,
  /** Whether a caller would see what was answered then. */
  same: z.boolean(),
  /** What it asked for first that the recording does not have. */
  unrecorded: z.object({ call: z.string(), otherwise: z.boolean() }).nullable(),
})

const figures = { requests: z.int(), errors: z.int(), p50: z.number(), p95: z.number(), p99: z.number() }

const endpoint = { group: z.string().max(200), verb: z.string().max(20), path: z.string().max(1000) }
const rule = z.strictObject({
  /** Every request that was answered with a status of 400 or more. */
  errors: z.boolean(),
  /** Every one that took this many milliseconds or more; null for none. */
  slowMs: z.int().nonnegative().max(3_600_000).nullable(),
  /** So many others a minute; null for all. */
  perMinute: z.int().nonnegative().max(100_000).nullable(),
})

/** The history of requests to public URLs. */
export const requestRoutes = {
  requests: route({
    method: 'POST',
    path: '/requests',
    permission: 'session',
    role: 'viewer',
    summary: 'Requests to public URLs, newest first, a page at a time.',
    input: z.strictObject({
      workspace: id,
      filter,
      limit: z.int().min(1).max(500),
      /** Right behind this one. */
      after: z.strictObject(requestPlace).nullable(),
    }),
    output: z.object({
      requests: z.array(request),
      /** Served since `from` and not kept, since the store failed or could not keep up. */
      lost: z.int(),
    }),
  }),
  requestFigures: route({
    method: 'POST',
    path: '/requests/figures',
    permission: 'session',
    role: 'viewer',
    summary: 'How many requests there were, how many with errors, and how long they took, in equal parts of the time.',
    input: z.strictObject({ workspace: id, filter, slots: z.int().min(1).max(200) }),
    output: z.object({
      ...figures,
      /** Oldest first; every slot is there. */
      slots: z.array(z.object({ at: time, ...figures })),
      /** Of the newest so many alone; null when of all. */
      newest: z.int().nullable(),
    }),
  }),
  request: route({
    method: 'POST',
    path: '/requests/one',
    permission: 'session',
    role: 'developer',
    summary: 'One request; with its recording what it was asked and answered, secrets masked.',
    input: z.strictObject({ workspace: id, ...requestPlace }),
    output: z.object({
      request,
      /** The endpoint, where there still is one. */
      object: id.nullable(),
      hasDraft: z.boolean(),
      /** Null where it was not recorded. */
      recording: z
        .object({
          querystring: z.string(),
          headers: z.record(z.string(), z.string()),
          input: z.json(),
          answer,
        })
        .nullable(),
    }),
  }),
  replayRequest: route({
    method: 'POST',
    path: '/requests/replay',
    permission: 'session',
    role: 'developer',
    summary: 'Runs a recorded request again on what its ports returned; nothing outside is reached or written.',
    input: z.strictObject({ workspace: id, ...requestPlace, version }),
    output: replayed.extend({
      /** The first step of the trace that is another one than `then`; null where none is. */
      differs: z.int().nullable(),
    }),
  }),
  replayRequests: route({
    method: 'POST',
    path: '/requests/replay-last',
    permission: 'session',
    role: 'developer',
    summary: 'Replays the newest recorded requests of an endpoint on its draft, and tells which answers change.',
    input: z.strictObject({ workspace: id, object: id, count: z.int().min(1).max(200) }),
    output: z.object({
      /** Newest first. */
      replays: z.array(
        z.object({
          request,
          before: answer,
          now: answer.extend({ ms: z.number() }),
          same: z.boolean(),
          unrecorded: z.object({ call: z.string(), otherwise: z.boolean() }).nullable(),
        }),
      ),
      /** Of the statements of the draft, by address: those that ran in any of the replays, and all that can. */
      covered: z.array(z.string()),
      statements: z.array(z.string()),
    }),
  }),
  keepAsTest: route({
    method: 'POST',
    path: '/requests/keep',
    permission: 'session',
    role: 'developer',
    summary: "Writes a recorded request into its endpoint's draft as a test that passes.",
    input: z.strictObject({ workspace: id, ...requestPlace, name: z.string().trim().min(1).max(200) }),
    output: z.object({
      object: id,
      edition: z.int(),
      /** Parts of the response that are another each time, and not expected. */
      dropped: z.array(z.string()),
    }),
  }),
  requestCsv: route({
    method: 'POST',
    path: '/requests/csv',
    permission: 'session',
    role: 'viewer',
    summary: 'The newest 10,000 requests as a table with commas.',
    input: z.strictObject({ workspace: id, filter }),
    output: z.object({ csv: z.string() }),
  }),
  recordingRules: route({
    method: 'POST',
    path: '/requests/rules',
    permission: 'session',
    role: 'viewer',
    summary: 'Which requests are recorded: the default, and what endpoints have of their own.',
    input: inWorkspace,
    output: z.object({ default: rule, endpoints: z.array(z.object({ ...endpoint, rule })) }),
  }),
  setRecordingRule: route({
    method: 'POST',
    path: '/requests/rules/set',
    permission: 'session',
    role: 'developer',
    summary: 'Chooses which requests of an endpoint are recorded; null for the default.',
    input: z.strictObject({ workspace: id, ...endpoint, rule: rule.nullable() }),
    output: done,
  }),
}
