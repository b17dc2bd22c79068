import { z } from 'zod'
import { route } from '../route.ts'
import { done, inWorkspace, workspaceId } from '../shapes.ts'

const variableName = z.string().regex(/^[A-Za-z_$][\w$]{0,99}$/, 'Use letters, digits and "_".')

/** Environment variables, branches, and the URL segments of groups. */
export const settingRoutes = {
  variables: route({
    method: 'POST',
    path: '/variables',
    permission: 'developer',
    summary: 'Names of the environment variables; values are never sent back.',
    input: inWorkspace,
    output: z.object({ names: z.array(z.string()) }),
  }),
  setVariable: route({
    method: 'POST',
    path: '/variables/set',
    permission: 'admin',
    summary: 'Sets an environment variable; null removes it.',
    input: z.strictObject({ workspace: workspaceId, name: variableName, value: z.string().max(20_000).nullable() }),
    output: done,
  }),
  branches: route({
    method: 'POST',
    path: '/branches',
    permission: 'viewer',
    summary: 'Branches and datasources.',
    input: inWorkspace,
    output: z.object({ live: z.string(), branches: z.array(z.string()), datasources: z.array(z.string()) }),
  }),
  createBranch: route({
    method: 'POST',
    path: '/branches/create',
    permission: 'developer',
    summary: 'Makes a branch that begins as a copy of another.',
    input: z.strictObject({
      workspace: workspaceId,
      name: z.string().min(1).max(64),
      from: z.string().max(64).optional(),
    }),
    output: done,
  }),
  setCanonical: route({
    method: 'POST',
    path: '/groups/canonical',
    permission: 'developer',
    summary: 'Gives an API group another URL segment.',
    input: z.strictObject({
      workspace: workspaceId,
      group: z.string().min(1).max(200),
      canonical: z.string().min(1).max(64),
    }),
    output: done,
  }),
}
