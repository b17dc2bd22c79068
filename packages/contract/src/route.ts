import { z } from 'zod'

/** Who may call a route. `anyone` is only for what leads to a session. */
export type Permission = 'anyone' | 'session'

/** What a member of a workspace may do, from the least to the most. */
export const roles = ['viewer', 'developer', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

/** One route of the editor's API. POST bodies are JSON objects; a GET has none. */
export interface Route<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Allowed extends Permission = Permission,
> {
  method: 'GET' | 'POST'
  /** Below `/api:meta`. */
  path: string
  permission: Allowed
  /** The least role in the workspace that `input.workspace` names. */
  role?: Role
  /** Not for access tokens, whose holder could outlive them by it. */
  sessionOnly?: true
  /** Takes a body of up to 32 MB rather than 64 KB. */
  large?: true
  /** The body is a file of this type; the input is in `INPUT_HEADER`. */
  upload?: 'text/csv'
  /** The answer is a stream of this type rather than JSON. */
  stream?: 'text/csv' | 'application/x-ndjson'
  summary: string
  input: Input
  output: Output
}

/** Carries the input of an upload: JSON, escaped as in a URL. */
export const INPUT_HEADER = 'cairn-input'

export type InputOf<R extends Route> = z.infer<R['input']>
export type OutputOf<R extends Route> = z.infer<R['output']>

/** No fields at all; unknown ones are refused. */
export const nothing = z.strictObject({})

/** Declares a route, keeping the exact types of its shapes. */
export const route = <Input extends z.ZodType, Output extends z.ZodType, Allowed extends Permission>(
  declared: Route<Input, Output, Allowed>,
): Route<Input, Output, Allowed> => declared
