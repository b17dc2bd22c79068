import { z } from 'zod'
import { route } from './route.ts'
import { done, id, inWorkspace, time } from './shapes.ts'

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'Use letters, digits and "_", 64 at most.')

/** Environment variables, branches and datasources of a workspace. */
export const settingRoutes = {
  variables: route({
    method: 'POST',
    path: '/variables',
    permission: 'session',
    role: 'viewer',
    summary: 'Names of the environment variables. Nobody gets their values back.',
    input: inWorkspace,
    output: z.object({ variables: z.array(z.object({ name: z.string(), updatedAt: time })) }),
  }),
  setVariable: route({
    method: 'POST',
    path: '/variables/set',
    permission: 'session',
    role: 'developer',
    summary: 'Sets an environment variable, sealed at rest; null removes it.',
    input: z.strictObject({ workspace: id, name: variable, value: z.string().max(32_000).nullable() }),
    output: done,
  }),
  branches: route({
    method: 'POST',
    path: '/branches',
    permission: 'session',
    role: 'viewer',
    summary: 'The branches of a workspace. One is live: it answers where a URL names none.',
    input: inWorkspace,
    output: z.object({ branches: z.array(z.object({ name: z.string(), live: z.boolean(), createdAt: time })) }),
  }),
  createBranch: route({
    method: 'POST',
    path: '/branches/create',
    permission: 'session',
    role: 'developer',
    summary: 'A copy of a branch, of the live one where none is named. Tables are shared by all branches.',
    input: z.strictObject({ workspace: id, name: z.string().max(64), from: z.string().max(64).optional() }),
    output: done,
  }),
  datasources: route({
    method: 'POST',
    path: '/datasources',
    permission: 'session',
    role: 'viewer',
    summary: 'Where rows are kept: each datasource has tables of its own.',
    input: inWorkspace,
    output: z.object({ datasources: z.array(z.object({ name: z.string(), color: z.string() })) }),
  }),
}
