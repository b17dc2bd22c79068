import { z } from 'zod'
import { route } from './route.ts'
import { done, edition, id, publishing } from './shapes.ts'

const one = { workspace: id, object: id, expectedEdition: edition }

/** The end of a draft, of an object, and the way back to an earlier version. */
export const objectLifeRoutes = {
  discardDraft: route({
    method: 'POST',
    path: '/object/discard',
    permission: 'session',
    role: 'developer',
    summary: 'Throws the draft away: back to what is published.',
    input: z.strictObject(one),
    output: z.object({ edition }),
  }),
  deleteObject: route({
    method: 'POST',
    path: '/object/delete',
    permission: 'session',
    role: 'developer',
    summary: 'Takes an object away with its history. The rows of a table stay in the database.',
    input: z.strictObject(one),
    output: done,
  }),
  restoreVersion: route({
    method: 'POST',
    path: '/object/restore',
    permission: 'session',
    role: 'developer',
    summary: 'Publishes an earlier version again, as the newest. A draft stays as it is.',
    input: z.strictObject({ ...one, version: z.int().positive() }),
    output: publishing,
  }),
}
