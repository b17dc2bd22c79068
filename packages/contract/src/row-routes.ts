import { z } from 'zod'
import { route } from './route.ts'
import { id, rowId } from './shapes.ts'

const name = z.string().min(1).max(128)
/** Input that names a table in a datasource. */
export const inTable = { workspace: id, table: name, datasource: name }
const row = z.record(z.string(), z.json())

/** How a column is compared with what a person typed. `in` takes a list; `is null` and `is not null` take no value. */
export const rowOperators = [
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'contains',
  'ilike',
  'in',
  'is null',
  'is not null',
] as const

/** What a row has to meet. */
export const condition = z.strictObject({ column: name, operator: z.enum(rowOperators), value: z.json() })

export const sort = z.strictObject({ column: name, order: z.enum(['asc', 'desc']) }).nullable()

/** Rows of a table, as a spreadsheet shows them. Passwords are neither shown nor searched. */
export const rowRoutes = {
  rows: route({
    method: 'POST',
    path: '/rows',
    permission: 'session',
    role: 'viewer',
    summary:
      'Rows: filtered, sorted by a column and the id, those behind `after` (the id and the sorted value of a row), less ' +
      '`skip`; with how many there are in all where `count` asks.',
    input: z.strictObject({
      ...inTable,
      after: z.strictObject({ id: rowId, value: z.json() }).nullable(),
      skip: z.int().min(0).max(1_000_000_000),
      perPage: z.int().min(1).max(500),
      count: z.boolean(),
      where: z.array(condition).max(20),
      /** Text that any column that is shown may hold. */
      search: z.string().max(200).optional(),
      sort,
    }),
    output: z.object({ rows: z.array(row), total: z.int().nullable() }),
  }),
  searchRows: route({
    method: 'POST',
    path: '/rows/search',
    permission: 'session',
    role: 'viewer',
    summary:
      'Rows of any table whose texts hold a text, without regard to case: 20 at most, 5 of a table, and no more than is ' +
      'found in a second and a half. Passwords, private and sensitive columns are not searched.',
    input: z.strictObject({ workspace: id, datasource: name, text: z.string().trim().min(2).max(200) }),
    output: z.object({
      rows: z.array(
        z.object({
          table: z.string(),
          id: rowId,
          column: z.string(),
          /** Its first 300 characters. */
          text: z.string(),
        }),
      ),
      /** Whether there may be others. */
      more: z.boolean(),
    }),
  }),
  pasteRows: route({
    method: 'POST',
    path: '/rows/paste',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Changes rows and adds others, all or none. An error names the pasted row, from 1.',
    input: z.strictObject({
      ...inTable,
      rows: z
        .array(z.strictObject({ id: rowId.nullable(), values: row }))
        .min(1)
        .max(5_000),
    }),
    output: z.object({ changed: z.int(), added: z.int() }),
  }),
  addRows: route({
    method: 'POST',
    path: '/rows/add',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Adds rows, all or none: one typed in, or as many as were pasted or read from a file.',
    input: z.strictObject({ ...inTable, rows: z.array(row).min(1).max(1_000) }),
    output: z.object({ rows: z.array(row) }),
  }),
  changeRow: route({
    method: 'POST',
    path: '/rows/change',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Writes the columns given. `unknown_row` when it is gone.',
    input: z.strictObject({ ...inTable, id: rowId, values: row }),
    output: z.object({ row }),
  }),
  deleteRows: route({
    method: 'POST',
    path: '/rows/delete',
    permission: 'session',
    role: 'developer',
    summary: 'Deletes rows, all or none.',
    input: z.strictObject({ ...inTable, ids: z.array(rowId).min(1).max(1_000) }),
    output: z.object({ deleted: z.int() }),
  }),
}
