import { z } from 'zod'
import { route } from './route.ts'
import { id, source } from './shapes.ts'

/** Types in people's words: "a whole number", "a row of user". */
const type = z.string()

/** What can be told of a stack without running it. */
export const scopeRoutes = {
  scope: route({
    method: 'POST',
    path: '/scope',
    permission: 'session',
    role: 'viewer',
    large: true,
    summary:
      'The names that a statement of a text can use, with their types and the paths inside, and the types of its ' +
      'expressions; of the response when the address is empty.',
    input: z.strictObject({ workspace: id, object: id, source, address: z.string().max(1_000) }),
    output: z.object({
      /** `$user`, `$user.address.city`: at most 2,000, four deep. */
      names: z.array(z.object({ path: z.string(), type })),
      /** By the text of the expression as it is printed; at most 2,000. */
      values: z.array(z.object({ text: z.string(), type })),
    }),
  }),
}
