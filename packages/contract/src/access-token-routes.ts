import { z } from 'zod'
import { route } from './route.ts'
import { done, id, inWorkspace, role, time } from './shapes.ts'

const token = z.object({
  id: z.string(),
  name: z.string(),
  role,
  yours: z.boolean(),
  createdAt: time,
  expiresAt: time.nullable(),
  lastUsedAt: time.nullable(),
})

/** Tokens for programs that call this API: `Authorization: Bearer …` on the routes of one workspace. */
export const accessTokenRoutes = {
  accessTokens: route({
    method: 'POST',
    path: '/access-tokens',
    permission: 'session',
    role: 'developer',
    summary: 'Your access tokens of a workspace; an admin sees those of everybody. Never their secrets.',
    input: inWorkspace,
    output: z.object({ tokens: z.array(token) }),
  }),
  createAccessToken: route({
    method: 'POST',
    path: '/access-tokens/create',
    permission: 'session',
    role: 'developer',
    sessionOnly: true,
    summary: 'Makes an access token with a role of at most your own. Its secret is shown this once.',
    input: z.strictObject({
      workspace: id,
      name: z.string().trim().min(1).max(100),
      role,
      days: z.int().min(1).max(3650).nullable(),
    }),
    output: z.object({ token, secret: z.string() }),
  }),
  revokeAccessToken: route({
    method: 'POST',
    path: '/access-tokens/revoke',
    permission: 'session',
    role: 'developer',
    summary: 'Ends an access token: your own, or as an admin anybody’s.',
    input: z.strictObject({ workspace: id, token: z.uuid() }),
    output: done,
  }),
}
