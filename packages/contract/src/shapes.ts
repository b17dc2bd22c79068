import { z } from 'zod'

/** No fields at all; unknown ones are refused. */
export const nothing = z.strictObject({})
export const done = z.object({ done: z.literal(true) })
export const email = z.email().max(254)
export const role = z.enum(['owner', 'admin', 'developer', 'viewer'])
/** Which workspace a call is about: every route that asks for a role has it. */
export const workspaceId = z.int().positive()
export const inWorkspace = z.strictObject({ workspace: workspaceId })

/** Longest text of one object, in characters. */
const longestSource = 2_000_000
export const source = z.string().max(longestSource)

export const diagnostic = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  start: z.int(),
  end: z.int(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
})

/** A file of a workspace folder. */
export const file = z.strictObject({ path: z.string().min(1).max(500), text: source })

/** Any JSON value. */
export const json = z.json()
