import { z } from 'zod'

export type Role = 'owner' | 'admin' | 'developer' | 'viewer'

/** From what may least to what may most. */
export const roles: readonly Role[] = ['viewer', 'developer', 'admin', 'owner']

/**
 * Who may call a route. `anyone` is only for what leads to a session; a role is the least one that a member of the
 * workspace must have which the input names as `workspace`.
 */
export type Permission = 'anyone' | 'session' | Role

/** One route of the editor's API. POST bodies are JSON objects; a GET has none, so that what needs input is a POST, reading too. */
export interface Route<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Allowed extends Permission = Permission,
> {
  method: 'GET' | 'POST'
  /** Below `/api:meta`. */
  path: string
  permission: Allowed
  summary: string
  input: Input
  output: Output
}

export type InputOf<R extends Route> = z.infer<R['input']>
export type OutputOf<R extends Route> = z.infer<R['output']>

/** Declares a route, keeping the exact types of its shapes. */
export const route = <Input extends z.ZodType, Output extends z.ZodType, Allowed extends Permission>(
  declared: Route<Input, Output, Allowed>,
): Route<Input, Output, Allowed> => declared
