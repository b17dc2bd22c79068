import { z } from 'zod'
import { route } from './route.ts'
import { branch, diagnostic, id, source } from './shapes.ts'

const files = z.array(z.strictObject({ path: z.string().min(1).max(500), text: source })).max(10_000)
const change = z.object({ kind: z.string(), name: z.string(), path: z.string() })

/** A workspace as a folder of `.xs` files; `packFolder` and `unpackFolder` make a zip of one and read it. */
export const folderRoutes = {
  exportFolder: route({
    method: 'POST',
    path: '/folder/export',
    permission: 'session',
    role: 'viewer',
    summary: 'The newest text of every object in the files it came from, with drafts or as published.',
    input: z.strictObject({ workspace: id, branch, drafts: z.boolean() }),
    output: z.object({ files: z.array(z.object({ path: z.string(), text: z.string() })) }),
  }),
  importFolder: route({
    method: 'POST',
    path: '/folder/import',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Brings files in and publishes them. A text with an error is kept as a draft.',
    input: z.strictObject({ workspace: id, branch, files, delete: z.boolean() }),
    output: z.object({
      created: z.array(change),
      updated: z.array(change),
      deleted: z.array(change),
      unchanged: z.int(),
      drafts: z.array(change),
      replacedDrafts: z.array(change),
      diagnostics: z.array(diagnostic),
    }),
  }),
}
