import { z } from 'zod'
import { route } from './route.ts'
import { id } from './shapes.ts'

const name = z.string().min(1).max(128)
const inTable = { workspace: id, table: name, datasource: name }
const key = z.union([z.int(), z.string().max(64)])
const row = z.record(z.string(), z.json())

/** How a column is compared with what a person typed. `is null` and `is not null` take no value. */
export const rowOperators = ['==', '!=', '>', '>=', '<', '<=', 'contains', 'ilike', 'is null', 'is not null'] as const

const condition = z.strictObject({ column: name, operator: z.enum(rowOperators), value: z.json() })

/** Rows of a table, as a spreadsheet shows them. Passwords are neither shown nor searched. */
export const rowRoutes = {
  rows: route({
    method: 'POST',
    path: '/rows',
    permission: 'session',
    role: 'viewer',
    summary: 'A page of rows: filtered, sorted, with how many there are in all.',
    input: z.strictObject({
      ...inTable,
      page: z.int().min(1).max(1_000_000),
      perPage: z.int().min(1).max(500),
      where: z.array(condition).max(20),
      sort: z.strictObject({ column: name, order: z.enum(['asc', 'desc']) }).nullable(),
    }),
    output: z.object({ rows: z.array(row), total: z.int() }),
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
    input: z.strictObject({ ...inTable, id: key, values: row }),
    output: z.object({ row }),
  }),
  deleteRows: route({
    method: 'POST',
    path: '/rows/delete',
    permission: 'session',
    role: 'developer',
    summary: 'Deletes rows, all or none.',
    input: z.strictObject({ ...inTable, ids: z.array(key).min(1).max(1_000) }),
    output: z.object({ deleted: z.int() }),
  }),
}
