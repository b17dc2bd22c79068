import { z } from 'zod'
import { route } from './route.ts'
import { diagnostic, id, source } from './shapes.ts'

/** A statement or branch by its address, and the tests that ran it, by their place in the list. */
const covered = { address: z.string(), tests: z.array(z.int()) }

const share = z.object({ ran: z.int(), of: z.int() })

const test = z.object({
  /** Kind and name of what it stands in: `function deals/win`. */
  object: z.string(),
  /** Whether that is the object asked for, or something that uses it. */
  own: z.boolean(),
  kind: z.enum(['unit', 'workflow']),
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped']),
  message: z.string(),
})

/** Tests of an object, and what they reach of it. */
export const testRoutes = {
  runTests: route({
    method: 'POST',
    path: '/tests/run',
    permission: 'session',
    role: 'developer',
    large: true,
    summary:
      'Runs the tests of an object, and of what uses it, each on an empty database that nothing else sees; tells which of its statements and branches they ran.',
    input: z.strictObject({
      workspace: id,
      object: id,
      /** The text to test; null tests what is published. */
      source: source.nullable(),
    }),
    output: z.object({
      /** Errors keep the tests from running. */
      diagnostics: z.array(diagnostic),
      tests: z.array(test),
      seconds: z.number(),
      coverage: z.object({
        statements: share,
        branches: share,
        places: z.array(
          z.object({
            ...covered,
            /** The block whose way was taken or not; null of a statement. */
            clause: z.string().nullable(),
          }),
        ),
      }),
    }),
  }),
}
