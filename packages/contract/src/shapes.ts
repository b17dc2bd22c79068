import { z } from 'zod'
import { roles } from './route.ts'

/** Shapes that many routes share. */
export const id = z.int().positive()
/** The primary key of a row of a user's table. */
export const rowId = z.union([z.int(), z.string().max(64)])
export const source = z.string().max(4_000_000)
export const edition = z.int().nonnegative()
export const time = z.iso.datetime()
export const role = z.enum(roles)
export const email = z.email().max(254)
export const password = z.string().min(10, 'Use at least 10 characters.').max(200)
/** The secret of a one-time link. */
export const code = z.string().min(16).max(128)
export const done = z.object({ done: z.literal(true) })

/** Input that names a workspace and nothing else. */
export const inWorkspace = z.strictObject({ workspace: id })

/** A branch by name; the live one where it is left out. */
export const branch = z.string().min(1).max(64).optional()

/** Input that names a workspace, and a branch of it. */
export const onBranch = z.strictObject({ workspace: id, branch })

/** An API group with its public base URL. */
export const group = z.object({
  name: z.string(),
  description: z.string(),
  canonical: z.string(),
  url: z.string(),
  endpoints: z.int(),
})

export const diagnostic = z.object({
  file: z.string(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  line: z.int(),
  column: z.int(),
})

export const publishing = z.object({ published: z.boolean(), edition, diagnostics: z.array(diagnostic) })
