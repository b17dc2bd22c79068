import { z } from 'zod'
import { route } from './route.ts'
import { branch, id } from './shapes.ts'

/** Who gets in where. */
export const accessRoutes = {
  accessMatrix: route({
    method: 'POST',
    path: '/access',
    permission: 'session',
    role: 'developer',
    summary:
      'Calls every endpoint of a group of a branch without a token, as a row of each auth table, and with tokens that must not work. Nothing that they write stays written.',
    input: z.strictObject({ workspace: id, branch, group: z.string().min(1).max(200) }),
    output: z.object({
      identities: z.array(
        z.object({
          label: z.string(),
          /** The auth table its token is of. */
          table: z.string().nullable(),
          valid: z.boolean(),
        }),
      ),
      rows: z.array(
        z.object({
          verb: z.string(),
          path: z.string(),
          /** The auth table of the endpoint, null where it is public. */
          auth: z.string().nullable(),
          /** In the order of the identities. */
          answers: z.array(
            z.object({
              status: z.int(),
              code: z.string(),
              message: z.string(),
              /** Whether it was let in by who it may let in, and refused by who it may not. */
              asExpected: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  }),
}
