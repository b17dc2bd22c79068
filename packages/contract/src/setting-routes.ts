import { z } from 'zod'
import { route } from './route.ts'
import { done, id, inWorkspace, time } from './shapes.ts'

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'Use letters, digits and "_", 64 at most.')

/** `testsMustPass`: no failing test of an object, or of what uses it. */
const publishRules = z.object({ testsMustPass: z.boolean() })

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
  publishRules: route({
    method: 'POST',
    path: '/publish-rules',
    permission: 'session',
    role: 'viewer',
    summary: 'What has to hold before something is published.',
    input: inWorkspace,
    output: publishRules,
  }),
  setPublishRules: route({
    method: 'POST',
    path: '/publish-rules/set',
    permission: 'session',
    role: 'admin',
    summary: 'Chooses what has to hold before something is published.',
    input: z.strictObject({ workspace: id, ...publishRules.shape }),
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
  deleteBranch: route({
    method: 'POST',
    path: '/branches/delete',
    permission: 'session',
    role: 'developer',
    summary:
      'Takes a branch away with its stacks, their drafts and versions. The live one is refused with `branch_live`; tables ' +
      'and rows, which all branches share, stay.',
    input: z.strictObject({ workspace: id, name: z.string().min(1).max(64) }),
    output: done,
  }),
  setLiveBranch: route({
    method: 'POST',
    path: '/branches/live',
    permission: 'session',
    role: 'admin',
    summary: 'Makes a branch the live one: it answers where a URL names none, and its tasks run.',
    input: z.strictObject({ workspace: id, name: z.string().min(1).max(64) }),
    output: done,
  }),
  mergeBranch: route({
    method: 'POST',
    path: '/branches/merge',
    permission: 'session',
    role: 'developer',
    summary:
      'Brings what was published on a branch, or taken away, to the live one, or tells what that would do. Where both ' +
      'changed the same place of an object, or one changed what the other took away, a choice is needed; without it ' +
      'nothing is written.',
    input: z.strictObject({
      workspace: id,
      from: z.string().min(1).max(64),
      choices: z.record(z.string().max(1000), z.enum(['live', 'branch'])),
      apply: z.boolean(),
    }),
    output: z.object({
      applied: z.boolean(),
      objects: z.array(
        z.object({
          key: z.string(),
          kind: z.string(),
          name: z.string(),
          outcome: z.enum(['added', 'updated', 'merged', 'deleted', 'kept', 'conflict']),
          /** Whether the branch took it away; the choice `live` keeps it. */
          deletes: z.boolean(),
        }),
      ),
    }),
  }),
  createDatasource: route({
    method: 'POST',
    path: '/datasources/create',
    permission: 'session',
    role: 'developer',
    summary: 'Adds a datasource with empty tables of its own; requests choose it with X-Data-Source.',
    input: z.strictObject({
      workspace: id,
      name: z.string().min(1).max(64),
      color: z.string().regex(/^(#[0-9a-f]{6})?$/),
    }),
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
