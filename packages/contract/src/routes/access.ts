import { z } from 'zod'
import { done, email, nothing } from '../shapes.ts'
import { route } from '../route.ts'

const password = z.string().min(10, 'Use at least 10 characters.').max(200)
const code = z.string().min(16).max(128)
const personName = z.string().trim().min(1).max(100)
const person = z.object({ id: z.string(), email: z.string(), name: z.string() })
const session = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})

/** How people come in: set-up, sign-in, invitations, sessions. */
export const accessRoutes = {
  setupState: route({
    method: 'GET',
    path: '/setup',
    permission: 'anyone',
    summary: 'Whether this installation still waits for its owner.',
    input: nothing,
    output: z.object({ open: z.boolean() }),
  }),
  setup: route({
    method: 'POST',
    path: '/setup',
    permission: 'anyone',
    summary: 'Redeems the one-time set-up link, makes the owner and signs in.',
    input: z.strictObject({ code, email, name: personName, password }),
    output: z.object({ user: person }),
  }),
  signIn: route({
    method: 'POST',
    path: '/sign-in',
    permission: 'anyone',
    summary: 'Signs in with e-mail and password.',
    input: z.strictObject({ email, password: z.string().min(1).max(200) }),
    output: z.object({ user: person }),
  }),
  signOut: route({
    method: 'POST',
    path: '/sign-out',
    permission: 'session',
    summary: 'Ends this session.',
    input: nothing,
    output: done,
  }),
  session: route({
    method: 'GET',
    path: '/session',
    permission: 'session',
    summary: 'Who is signed in.',
    input: nothing,
    output: z.object({ user: person }),
  }),
  changePassword: route({
    method: 'POST',
    path: '/password',
    permission: 'session',
    summary: 'Changes the password and ends every session, this one included.',
    input: z.strictObject({ current: z.string().min(1).max(200), password }),
    output: done,
  }),
  sessions: route({
    method: 'GET',
    path: '/sessions',
    permission: 'session',
    summary: 'Browsers this person is signed in with.',
    input: nothing,
    output: z.object({ sessions: z.array(session) }),
  }),
  revokeSession: route({
    method: 'POST',
    path: '/sessions/revoke',
    permission: 'session',
    summary: 'Signs another browser out.',
    input: z.strictObject({ id: z.uuid() }),
    output: done,
  }),
  invitation: route({
    method: 'POST',
    path: '/invitation',
    permission: 'anyone',
    summary: 'What an invitation link is for, and whether its e-mail has an account already.',
    input: z.strictObject({ code }),
    output: z.object({ workspace: z.string(), email: z.string(), known: z.boolean() }),
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/invitation/accept',
    permission: 'anyone',
    summary: 'Redeems an invitation for somebody without an account: makes it, joins the workspace and signs in.',
    input: z.strictObject({ code, name: personName, password }),
    output: z.object({ user: person }),
  }),
  joinWorkspace: route({
    method: 'POST',
    path: '/invitation/join',
    permission: 'session',
    summary: 'Redeems an invitation for who is signed in with the e-mail it was sent to.',
    input: z.strictObject({ code }),
    output: done,
  }),
}
