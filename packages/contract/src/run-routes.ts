import { z } from 'zod'
import { route } from './route.ts'
import { diagnostic, id, source } from './shapes.ts'

/** What one statement did. */
export const step = z.object({
  address: z.string(),
  statement: z.string(),
  /** How many steps it is within: blocks, and stacks that were called. */
  depth: z.int(),
  ms: z.number(),
  args: z.json(),
  result: z.json(),
  /** Variables that the statement changed. */
  variables: z.json(),
  error: z.string().nullable(),
})

/** Runs a stack as it is being written. */
export const runRoutes = {
  runStack: route({
    method: 'POST',
    path: '/run',
    permission: 'session',
    role: 'developer',
    large: true,
    summary:
      'Runs a text of a query, function, task or middleware with an input, and tells each step. What it writes is written.',
    input: z.strictObject({
      workspace: id,
      object: id,
      source,
      input: z.record(z.string(), z.json()),
      datasource: z.string().min(1).max(128),
      /** Whose token it runs with. */
      auth: z.strictObject({ table: z.string(), id: z.union([z.int(), z.string()]) }).nullable(),
    }),
    output: z.object({
      status: z.enum(['done', 'failed', 'refused']),
      result: z.json(),
      error: z.object({ code: z.string(), message: z.string(), at: z.string().nullable() }).nullable(),
      ms: z.number(),
      steps: z.array(step),
      /** Whether there were more steps than are told. */
      cut: z.boolean(),
      diagnostics: z.array(diagnostic),
    }),
  }),
}
