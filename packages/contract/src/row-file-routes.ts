import { z } from 'zod'
import { route } from './route.ts'
import { condition, inTable, sort } from './row-routes.ts'

const name = z.string().min(1).max(128)
const separator = z.enum([',', ';', '\t', '|'])
const wrong = z.object({ line: z.int(), column: z.string(), message: z.string() })

/** Rows in and out of files, and rows made up. */
export const rowFileRoutes = {
  previewImport: route({
    method: 'POST',
    path: '/rows/import/preview',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'What the beginning of a CSV file holds, and which columns of the table its columns seem to be.',
    input: z.strictObject({ ...inTable, sample: z.string().max(512 * 1024) }),
    output: z.object({
      separator,
      columns: z.array(
        z.object({
          header: z.string(),
          column: name.nullable(),
          type: z.string(),
          samples: z.array(z.string()),
          /** Why a value of the sample does not fit the column. */
          wrong: z.string().nullable(),
        }),
      ),
    }),
  }),
  importRows: route({
    method: 'POST',
    path: '/rows/import',
    permission: 'session',
    role: 'developer',
    upload: 'text/csv',
    stream: 'application/x-ndjson',
    summary:
      'Adds the rows of a CSV file, all or none. `columns` are those of the table by column of the file; null leaves one ' +
      'out. Answers a line `{"kind":"progress","rows"}` now and then, and one of `{"kind":"done","added"}`, ' +
      '`{"kind":"wrong","wrong","more"}` and `{"kind":"failed","code","message"}`.',
    input: z.strictObject({ ...inTable, separator, columns: z.array(name.nullable()).min(1).max(500) }),
    output: z.custom<AsyncIterable<string>>(),
  }),
  exportRows: route({
    method: 'POST',
    path: '/rows/export',
    permission: 'session',
    role: 'viewer',
    stream: 'text/csv',
    summary: 'The rows of a table as a CSV file: the columns named, filtered and sorted as in the grid.',
    input: z.strictObject({
      ...inTable,
      columns: z.array(name).min(1).max(500),
      where: z.array(condition).max(20),
      sort,
    }),
    output: z.custom<AsyncIterable<string>>(),
  }),
  generateRows: route({
    method: 'POST',
    path: '/rows/generate',
    permission: 'session',
    role: 'developer',
    summary: 'Adds rows made up by the names and types of the columns. The same seed makes up the same values.',
    input: z.strictObject({ ...inTable, count: z.int().min(1).max(10_000), seed: z.int().min(0).max(2_147_483_647) }),
    output: z.object({ added: z.int() }),
  }),
}

/** What the answer to an import says, line by line. */
export const importLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), rows: z.int() }),
  z.object({ kind: z.literal('done'), added: z.int() }),
  z.object({ kind: z.literal('wrong'), wrong: z.array(wrong), more: z.boolean() }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
])
export type ImportLine = z.infer<typeof importLine>
