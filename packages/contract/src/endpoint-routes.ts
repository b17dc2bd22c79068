import { z } from 'zod'
import { route } from './route.ts'
import { branch, id } from './shapes.ts'

const name = z.string().min(1).max(200)
const auth = name.nullable()
const some = <const Names extends readonly [string, ...string[]]>(names: Names) => z.array(z.enum(names)).min(1).max(10)

/** What a set of endpoints is made from. `auth` is the table whose tokens open them, null for everybody. */
const template = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('crud'),
    table: name,
    auth,
    endpoints: some(['list', 'get', 'add', 'patch', 'edit', 'delete']),
  }),
  z.strictObject({ from: z.literal('authentication'), table: name, endpoints: some(['signup', 'login', 'me']) }),
  z.strictObject({ from: z.literal('upload'), auth, endpoints: some(['image', 'attachment', 'video', 'audio']) }),
])

/** Ready-made endpoints. */
export const endpointRoutes = {
  createEndpoints: route({
    method: 'POST',
    path: '/endpoints/create',
    permission: 'session',
    role: 'developer',
    summary:
      'Adds ready-made endpoints to an API group of a branch and publishes them: of a table, for signing up and in, or for uploads. ' +
      'All or none; one that is there already stays as it is.',
    input: z.strictObject({ workspace: id, branch, group: name, template }),
    output: z.object({
      created: z.array(z.object({ id, verb: z.string().nullable(), name: z.string(), published: z.boolean() })),
      /** `GET deal`: were there before. */
      kept: z.array(z.string()),
    }),
  }),
}
