import { z } from 'zod'
import { accessRoutes } from './access-routes.ts'
import { accessTokenRoutes } from './access-token-routes.ts'
import { documentationRoutes } from './documentation-routes.ts'
import { endpointRoutes } from './endpoint-routes.ts'
import { folderRoutes } from './folder-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { objectLifeRoutes } from './object-life-routes.ts'
import { overviewRoutes } from './overview-routes.ts'
import { renameRoutes } from './rename-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { nothing, route } from './route.ts'
import { rowFileRoutes } from './row-file-routes.ts'
import { rowRoutes } from './row-routes.ts'
import { runRoutes } from './run-routes.ts'
import { schemaRoutes } from './schema-routes.ts'
import { scopeRoutes } from './scope-routes.ts'
import { settingRoutes } from './setting-routes.ts'
import { code, done, email, group, password } from './shapes.ts'
import { workspaceLifeRoutes } from './workspace-life-routes.ts'
import { testRoutes } from './test-routes.ts'
import { taskRoutes } from './task-routes.ts'
import { workspaceRoutes } from './workspace-routes.ts'

const person = z.object({ id: z.string(), email: z.string(), name: z.string() })

const workspace = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  liveBranch: z.string(),
  /** Names of all branches. */
  branches: z.array(z.string()),
  /** Those of the live branch. */
  groups: z.array(group),
})
const session = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})

/** Every route of the editor's API. A route that is not here does not exist. */
export const contract = {
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
    input: z.strictObject({ code, email, name: z.string().trim().min(1).max(100), password }),
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
    summary: 'Changes the password and ends every session, this one included, and every access token of yours.',
    input: z.strictObject({ current: z.string().min(1).max(200), password }),
    output: done,
  }),
  workspaces: route({
    method: 'GET',
    path: '/workspaces',
    permission: 'session',
    summary: 'Workspaces with their API groups and public URLs.',
    input: nothing,
    output: z.object({ workspaces: z.array(workspace) }),
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
  ...workspaceRoutes,
  ...workspaceLifeRoutes,
  ...objectLifeRoutes,
  ...endpointRoutes,
  ...folderRoutes,
  ...memberRoutes,
  ...accessTokenRoutes,
  ...settingRoutes,
  ...rowRoutes,
  ...rowFileRoutes,
  ...schemaRoutes,
  ...runRoutes,
  ...scopeRoutes,
  ...taskRoutes,
  ...testRoutes,
  ...overviewRoutes,
  ...documentationRoutes,
  ...renameRoutes,
  ...requestRoutes,
  ...accessRoutes,
}

export type Contract = typeof contract
export type RouteName = keyof Contract
