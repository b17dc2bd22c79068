import { z } from 'zod'
import { route } from '../route.ts'
import { diagnostic, done, file, inWorkspace, nothing, role, workspaceId } from '../shapes.ts'

const group = z.object({
  name: z.string(),
  description: z.string(),
  canonical: z.string(),
  url: z.string(),
  endpoints: z.int(),
})
const workspace = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  liveBranch: z.string(),
  /** Of who asks. */
  role,
  groups: z.array(group),
})
const change = z.object({ kind: z.string(), name: z.string(), path: z.string() })
/** What an import did. */
const report = z.object({
  files: z.int(),
  created: z.array(change),
  updated: z.array(change),
  deleted: z.array(change),
  unchanged: z.int(),
  drafts: z.array(change),
  diagnostics: z.array(diagnostic),
})
const files = z.array(file).max(20_000)
const name = z.string().trim().min(1).max(100)

/** Workspaces as a whole. */
export const workspaceRoutes = {
  workspaces: route({
    method: 'GET',
    path: '/workspaces',
    permission: 'session',
    summary: 'The workspaces one is a member of, with their API groups and public URLs.',
    input: nothing,
    output: z.object({ workspaces: z.array(workspace) }),
  }),
  createWorkspace: route({
    method: 'POST',
    path: '/workspaces/create',
    permission: 'session',
    summary: 'Makes a workspace, empty, with a user table and login (jumpstart), or from a folder of .xs files.',
    input: z.strictObject({
      name,
      description: z.string().max(1000).default(''),
      start: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('blank') }),
        z.strictObject({ kind: z.literal('jumpstart') }),
        z.strictObject({ kind: z.literal('files'), files }),
      ]),
    }),
    output: z.object({ id: z.int(), report: report.nullable() }),
  }),
  importFiles: route({
    method: 'POST',
    path: '/workspaces/import',
    permission: 'developer',
    summary: 'Brings a folder of .xs files into the live branch and publishes what reads without error.',
    input: z.strictObject({ workspace: workspaceId, files, delete: z.boolean().default(false) }),
    output: z.object({ report }),
  }),
  exportFiles: route({
    method: 'POST',
    path: '/workspaces/export',
    permission: 'viewer',
    summary: 'The workspace as a folder of .xs files, drafts included.',
    input: inWorkspace,
    output: z.object({ files: z.array(file) }),
  }),
  deleteWorkspace: route({
    method: 'POST',
    path: '/workspaces/delete',
    permission: 'owner',
    summary: 'Deletes a workspace with all its objects and data. Its name is asked for again.',
    input: z.strictObject({ workspace: workspaceId, name }),
    output: done,
  }),
}
