import { z } from 'zod'
import { route } from './route.ts'
import { branch, edition, id } from './shapes.ts'

const name = z.string().trim().min(1).max(200)
const renaming = {
  workspace: id,
  /** Of a function. What names a table or a column is renamed on every branch, since all share the tables. */
  branch,
  kind: z.enum(['table', 'function', 'column']),
  /** Of a column: its table, as the newest texts call it. */
  table: z.string().max(200).optional(),
  from: name,
  to: name,
}

/**
 * A table, function or column called otherwise, everywhere. Inputs and variables are the affair of one object:
 * `renameInObject`. Of a column the table's own text is left alone: whoever renames it is editing that.
 */
export const renameRoutes = {
  previewRename: route({
    method: 'POST',
    path: '/rename/preview',
    permission: 'session',
    role: 'developer',
    summary: 'The texts that a renaming would change, as they are and as they would be. Changes nothing.',
    input: z.strictObject(renaming),
    output: z.object({
      changes: z.array(
        z.object({
          object: id,
          branch: z.string(),
          kind: z.string(),
          name: z.string(),
          edition,
          places: z.int(),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
  }),
  rename: route({
    method: 'POST',
    path: '/rename',
    permission: 'session',
    role: 'developer',
    summary:
      'Saves the drafts of a renaming, all or none; `draft_conflict` when one was changed since the preview. To keep the ' +
      'rows of a table, publish it with its old name in `renames`.',
    input: z.strictObject({ ...renaming, editions: z.record(z.string().regex(/^\d{1,15}$/), edition) }),
    output: z.object({ drafts: z.int() }),
  }),
}
