import { z } from 'zod'
import { route } from './route.ts'
import { edition, id, publishing, source } from './shapes.ts'

const name = z.string().min(1).max(128)
/** New name → old name, of the table or of its columns (`table.column`). */
const renames = z.record(name, name)

const plan = z.object({
  /** SQL in order. */
  statements: z.array(z.string()),
  warnings: z.array(z.object({ table: z.string(), reason: z.string(), message: z.string() })),
  /** What could lose data, and is done only when its key is in `consent`. */
  destructive: z.array(z.object({ key: z.string(), table: z.string(), column: z.string(), message: z.string() })),
})

/** From the text of a table to SQL. */
export const schemaRoutes = {
  previewTable: route({
    method: 'POST',
    path: '/table/preview',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'The SQL that publishing this text of a table would run. Runs nothing.',
    input: z.strictObject({ workspace: id, object: id, source, datasource: name, renames, consent: z.array(name) }),
    output: plan,
  }),
  publishTable: route({
    method: 'POST',
    path: '/table/publish',
    permission: 'session',
    role: 'developer',
    summary: 'Publishes the draft of a table, carrying out renames and what was consented to, on every datasource.',
    input: z.strictObject({
      workspace: id,
      object: id,
      expectedEdition: edition,
      note: z.string().max(500),
      renames,
      consent: z.array(name),
    }),
    output: publishing,
  }),
}
