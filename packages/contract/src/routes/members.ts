import { z } from 'zod'
import { route } from '../route.ts'
import { done, email, inWorkspace, role, workspaceId } from '../shapes.ts'

const member = z.object({ id: z.string(), email: z.string(), name: z.string(), role })
const invited = z.object({ id: z.string(), email: z.string(), role, expiresAt: z.iso.datetime() })
/** Nobody is made owner but by the set-up link or by an owner. */
const given = role

/** Who works on a workspace. */
export const memberRoutes = {
  members: route({
    method: 'POST',
    path: '/members',
    permission: 'viewer',
    summary: 'Members and open invitations.',
    input: inWorkspace,
    output: z.object({ members: z.array(member), invitations: z.array(invited) }),
  }),
  invite: route({
    method: 'POST',
    path: '/members/invite',
    permission: 'admin',
    summary: "Makes a one-time link, good for seven days, for one e-mail. A role above one's own is refused.",
    input: z.strictObject({ workspace: workspaceId, email, role: given }),
    output: z.object({ url: z.string(), expiresAt: z.iso.datetime() }),
  }),
  withdrawInvitation: route({
    method: 'POST',
    path: '/members/withdraw',
    permission: 'admin',
    summary: 'Ends an invitation that was not accepted yet.',
    input: z.strictObject({ workspace: workspaceId, id: z.uuid() }),
    output: done,
  }),
  changeRole: route({
    method: 'POST',
    path: '/members/role',
    permission: 'admin',
    summary: "Changes a member's role. Never one's own, nor of or to a role above one's own.",
    input: z.strictObject({ workspace: workspaceId, member: z.uuid(), role: given }),
    output: done,
  }),
  removeMember: route({
    method: 'POST',
    path: '/members/remove',
    permission: 'admin',
    summary: "Takes a member out. Never oneself, nor a role above one's own.",
    input: z.strictObject({ workspace: workspaceId, member: z.uuid() }),
    output: done,
  }),
}
