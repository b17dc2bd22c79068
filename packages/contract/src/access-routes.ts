import { z } from 'zod'
import { route } from './route.ts'
import { branch, id, rowId } from './shapes.ts'

const group = z.string().min(1).max(200)

const called = {
  verb: z.string(),
  path: z.string(),
  /** The auth table of the endpoint, null where it is public. */
  auth: z.string().nullable(),
}

const answer = z.object({
  status: z.int(),
  code: z.string(),
  message: z.string(),
  /** Whether it was let in by who it may let in, and refused by who it may not. */
  asExpected: z.boolean(),
})

/** Who gets in where. */
export const accessRoutes = {
  accessMatrix: route({
    method: 'POST',
    path: '/access',
    permission: 'session',
    role: 'developer',
    summary:
      'Calls every endpoint of a group of a branch without a token, as a row of each auth table, with a token of the debugger for it, and with tokens that must not work. Nothing that they write stays written.',
    input: z.strictObject({ workspace: id, branch, group }),
    output: z.object({
      identities: z.array(
        z.object({
          label: z.string(),
          /** The auth table its token is of. */
          table: z.string().nullable(),
          valid: z.boolean(),
        }),
      ),
      /** The answers in the order of the identities. */
      rows: z.array(z.object({ ...called, answers: z.array(answer) })),
    }),
  }),
  viewAs: route({
    method: 'POST',
    path: '/access/view-as',
    permission: 'session',
    role: 'developer',
    summary:
      'Calls every endpoint of a group of a branch as one row of an auth table, with a token of the debugger, and tells what each answers. Nothing that they write stays written.',
    input: z.strictObject({ workspace: id, branch, group, table: z.string().min(1).max(128), id: rowId }),
    output: z.object({
      calls: z.array(
        z.object({
          ...called,
          answer: answer.extend({
            /** Milliseconds. */
            ms: z.number(),
            /** Bytes of the body. */
            size: z.int(),
            /** The body as text, cut where it is long. */
            body: z.string(),
            cut: z.boolean(),
          }),
        }),
      ),
    }),
  }),
}
