import { z } from 'zod'
import { route } from './route.ts'
import { id, onBranch, time } from './shapes.ts'

/** What runs by itself. */
export const taskRoutes = {
  tasks: route({
    method: 'POST',
    path: '/tasks',
    permission: 'session',
    role: 'viewer',
    summary:
      'The published tasks of a branch, and when each is due next: on the live one alone they run by themselves.',
    input: onBranch,
    output: z.object({
      tasks: z.array(
        z.object({
          object: id,
          active: z.boolean(),
          datasource: z.string(),
          /** Seconds from one run to the next, of the times that repeat. */
          every: z.array(z.number()),
          /** Null when it never is again, is switched off, or its branch is not live. */
          next: time.nullable(),
        }),
      ),
    }),
  }),
}
