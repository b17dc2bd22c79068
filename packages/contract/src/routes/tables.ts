import { z } from 'zod'
import { route } from '../route.ts'
import { done, json, source, workspaceId } from '../shapes.ts'

const datasource = z.string().max(64).default('live')
const place = { workspace: workspaceId, table: z.string().min(1).max(200), datasource }
/** The primary key. */
const rowId = z.union([z.int(), z.string().max(64)])
const row = z.record(z.string(), json)

/** Users' tables and their rows. */
export const tableRoutes = {
  previewTable: route({
    method: 'POST',
    path: '/tables/preview',
    permission: 'viewer',
    summary: 'The SQL that publishing this text of a table would run, and what it would leave undone.',
    input: z.strictObject({ workspace: workspaceId, id: z.int().positive(), source, datasource }),
    output: z.object({
      statements: z.array(z.string()),
      warnings: z.array(z.string()),
      /** Changes that could lose data, made only by `changeTable`. */
      destructive: z.array(z.object({ key: z.string(), message: z.string() })),
    }),
  }),
  changeTable: route({
    method: 'POST',
    path: '/tables/change',
    permission: 'admin',
    summary: 'Makes changes of published tables that could lose data, by their keys.',
    input: z.strictObject({
      workspace: workspaceId,
      datasource,
      consent: z.array(z.string().max(300)).min(1).max(100),
    }),
    output: z.object({ statements: z.array(z.string()) }),
  }),
  rows: route({
    method: 'POST',
    path: '/rows',
    permission: 'viewer',
    summary: 'A page of rows. `filter` is the condition of an external query; passwords never come.',
    input: z.strictObject({
      ...place,
      page: z.int().min(1).default(1),
      perPage: z.int().min(1).max(1000).default(100),
      sort: z
        .array(z.strictObject({ column: z.string().max(200), direction: z.enum(['asc', 'desc']) }))
        .max(5)
        .default([]),
      filter: json.default(null),
    }),
    output: z.object({ rows: z.array(row), total: z.int(), page: z.int(), pages: z.int() }),
  }),
  addRow: route({
    method: 'POST',
    path: '/rows/add',
    permission: 'developer',
    summary: 'Adds a row; columns left out get their defaults.',
    input: z.strictObject({ ...place, values: row }),
    output: z.object({ row }),
  }),
  changeRow: route({
    method: 'POST',
    path: '/rows/change',
    permission: 'developer',
    summary: 'Changes the columns that are given.',
    input: z.strictObject({ ...place, id: rowId, values: row }),
    output: z.object({ row }),
  }),
  deleteRows: route({
    method: 'POST',
    path: '/rows/delete',
    permission: 'developer',
    summary: 'Deletes rows.',
    input: z.strictObject({ ...place, ids: z.array(rowId).min(1).max(1000) }),
    output: done,
  }),
}
