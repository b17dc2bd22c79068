import { z } from 'zod'

/** A short value as it is, or the index of a longer one among the trace's values. */
const value = z.union([z.null(), z.boolean(), z.number(), z.string(), z.object({ ref: z.int() })])
const pairs = z.array(z.tuple([z.string(), value]))

/** Where `of` says more than there is, the rest was cut. */
const held = z.union([
  z.object({ keys: z.array(z.string()), items: z.array(value), of: z.int() }),
  z.object({ items: z.array(value), of: z.int() }),
  z.object({ text: z.string(), of: z.int() }),
  /** What is no data, such as a file. */
  z.object({ note: z.string() }),
])

const effect = z.object({
  /** `answer`: a look for a whole answer that was kept. */
  kind: z.enum(['sql', 'http', 'cache', 'answer', 'log', 'call']),
  /** The SQL, `GET https://…`, `get "key"`. */
  title: z.string(),
  start: z.number(),
  ms: z.number(),
  details: pairs,
  /** Rows an SQL statement returned or changed. */
  rows: z.int().nullable(),
  /** Whether a cache had it. */
  hit: z.boolean().nullable(),
  /** Of an HTTP answer. */
  status: z.int().nullable(),
  error: z.string().nullable(),
})

const step = z.object({
  site: z.int(),
  /** The step it is within, -1 where there is none. */
  parent: z.int(),
  /** Of a round of a loop: which, from 0. */
  round: z.int(),
  start: z.number(),
  ms: z.number(),
  /** Evaluated arguments; of a whole stack its input and who it runs for. */
  args: pairs,
  /** Variables that it changed. */
  variables: pairs,
  /** What a whole stack answered. */
  response: value,
  effects: z.array(effect),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).nullable(),
  /** Of a loop: how many rounds there were, and how many steps of them were not kept. */
  rounds: z.int(),
  passed: z.int(),
})

const advice = z.object({
  kind: z.enum(['query_per_round', 'request_per_round', 'request_repeated', 'requests_in_a_row', 'index_missing']),
  object: z.int(),
  address: z.string(),
  message: z.string(),
  /** What to do. */
  fix: z.string(),
})

/** What a run did, statement by statement. Times in milliseconds since it began; each value is there once. */
export const trace = z.object({
  /** The stacks that ran. */
  objects: z.array(z.object({ kind: z.string(), name: z.string() })),
  sites: z.array(
    z.object({
      object: z.int(),
      /** `stack.2.then.0`; of a round of a loop `stack.4.each`; of a whole stack empty. */
      address: z.string(),
      /** `db.get`; of a round of a loop `each`; of a whole stack empty. */
      statement: z.string(),
      /** The variable that holds its result. */
      as: z.string().nullable(),
    }),
  ),
  /** In the order in which they began. */
  steps: z.array(step),
  values: z.array(held),
  advice: z.array(advice),
  ms: z.number(),
  /** How many steps were not kept. */
  passed: z.int(),
})

export type Trace = z.infer<typeof trace>
export type TraceStep = Trace['steps'][number]
export type TraceValue = z.infer<typeof value>
export type TraceEffect = z.infer<typeof effect>
