import { roles, type Role, type Route } from '@cairn/contract'
import type { WorkspaceStore } from '@cairn/workspace'
import type { SignedIn } from './handlers.ts'
import { Refusal } from './refusal.ts'

/**
 * Refuses who may not call a route in the workspace that its input names. Who is no member learns nothing, not even
 * whether there is such a workspace.
 */
export async function demandRole(
  store: Pick<WorkspaceStore, 'roleOf'>,
  route: Route,
  input: unknown,
  signedIn: SignedIn | null,
): Promise<void> {
  if (route.role === undefined) return
  const { workspace } = input as { workspace: number }
  const role = signedIn === null ? null : await store.roleOf(workspace, signedIn.user.id)
  if (role === null) throw new Refusal(404, 'unknown_workspace', 'There is no such workspace among yours.')
  if (rank(role) < rank(route.role)) {
    throw new Refusal(403, 'role_too_low', `As ${role} you may not do that; it takes ${route.role}. Ask an owner.`)
  }
}

const rank = (role: Role): number => roles.indexOf(role)
