import { z } from 'zod'
import { route } from './route.ts'
import { code, done, email, id, inWorkspace, password, role, time } from './shapes.ts'

const invitation = z.object({ id: z.string(), email: z.string(), role, createdAt: time, expiresAt: time })

/** Who may do what in a workspace, and the one-time links that make members. */
export const memberRoutes = {
  members: route({
    method: 'POST',
    path: '/members',
    permission: 'session',
    role: 'viewer',
    summary: 'The members of a workspace with their roles.',
    input: inWorkspace,
    output: z.object({
      members: z.array(z.object({ userId: z.string(), email: z.string(), name: z.string(), role, you: z.boolean() })),
    }),
  }),
  changeMember: route({
    method: 'POST',
    path: '/members/change',
    permission: 'session',
    role: 'admin',
    summary: 'Gives a member another role, at most your own, or null to remove them. Never yourself.',
    input: z.strictObject({ workspace: id, user: z.uuid(), role: role.nullable() }),
    output: done,
  }),
  invitations: route({
    method: 'POST',
    path: '/invitations',
    permission: 'session',
    role: 'admin',
    summary: 'Invitations that can still be accepted.',
    input: inWorkspace,
    output: z.object({ invitations: z.array(invitation) }),
  }),
  invite: route({
    method: 'POST',
    path: '/invitations/create',
    permission: 'session',
    role: 'admin',
    summary: 'Makes a one-time link for an address, with a role of at most your own. It is shown this once.',
    input: z.strictObject({ workspace: id, email, role }),
    output: z.object({ invitation, link: z.string() }),
  }),
  withdrawInvitation: route({
    method: 'POST',
    path: '/invitations/withdraw',
    permission: 'session',
    role: 'admin',
    summary: 'Ends an invitation.',
    input: z.strictObject({ workspace: id, invitation: z.uuid() }),
    output: done,
  }),
  openInvitation: route({
    method: 'POST',
    path: '/join/open',
    permission: 'anyone',
    summary: 'What a one-time link invites to. `account`: whether the address signs in with the password it has.',
    input: z.strictObject({ code }),
    output: z.object({ workspace: z.string(), email: z.string(), role, account: z.boolean() }),
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/join',
    permission: 'anyone',
    summary: 'Uses a one-time link up and signs in: with the password of the account, or with that of a new one.',
    input: z.strictObject({ code, name: z.string().trim().min(1).max(100).optional(), password }),
    output: z.object({ workspace: id }),
  }),
}
