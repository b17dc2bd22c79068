import { roles, type Role, type Route } from '@cairn/contract'
import type { WorkspaceStore } from '@cairn/workspace'
import type { Caller } from './find-caller.ts'
import { Refusal } from './refusal.ts'

/**
 * The role of who calls a route in the workspace that its input names; `viewer` for a route of no workspace. Refuses who
 * may not call it. Who is no member learns nothing, not even whether there is such a workspace.
 */
export async function demandRole(
  { members }: Pick<WorkspaceStore, 'members'>,
  route: Route,
  input: unknown,
  caller: Caller | null,
): Promise<Role> {
  if (route.role === undefined) return 'viewer'
  const workspace = workspaceOf(input)
  const unknown = () => new Refusal(404, 'unknown_workspace', 'There is no such workspace among yours.')
  if (caller === null || (caller.token !== null && caller.token.workspaceId !== workspace)) throw unknown()
  const own = await members.roleOf(workspace, caller.user.id)
  if (own === null) throw unknown()
  const role = lower(own, caller.token?.role ?? own)
  if (roles.indexOf(role) < roles.indexOf(route.role)) throw roleTooLow(role, route.role)
  return role
}

const lower = (a: Role, b: Role): Role => (roles.indexOf(a) < roles.indexOf(b) ? a : b)

export const roleTooLow = (role: Role, wanted: Role): Refusal =>
  new Refusal(403, 'role_too_low', `As ${role} you may not do that; it takes ${wanted}. Ask an owner.`)

const workspaceOf = (input: unknown): number => {
  const { workspace } = Object(input) as { workspace?: unknown }
  if (typeof workspace === 'number' && Number.isSafeInteger(workspace) && workspace > 0) return workspace
  throw new Refusal(400, 'input_invalid', 'workspace: Name the workspace by its id.')
}
