import { z } from 'zod'
import { route } from './route.ts'
import { branch, diagnostic, edition, group, id, onBranch, publishing, source } from './shapes.ts'

const note = z.string().max(500)

const entry = z.object({
  id,
  kind: z.string(),
  name: z.string(),
  /** File of the folder it is in. */
  file: z.string(),
  /** API group of an endpoint. */
  group: z.string().nullable(),
  /** GET, POST, … of an endpoint. */
  verb: z.string().nullable(),
  /** The table whose tokens open an endpoint; of a table that people sign in with, its own name. */
  auth: z.string().nullable(),
  tags: z.array(z.string()),
  /** Whether it has a text that is not published. */
  draft: z.boolean(),
  version: z.int(),
  edition,
  updatedAt: z.iso.datetime(),
})

const object = z.object({
  id,
  /** Of a table, the live one: all share it. */
  branch: z.string(),
  kind: z.string(),
  name: z.string(),
  draft: z.string().nullable(),
  published: z.string().nullable(),
  version: z.int(),
  edition,
})

/** Objects of a workspace: their texts, drafts and versions. Each names the role that may call it. */
export const workspaceRoutes = {
  createWorkspace: route({
    method: 'POST',
    path: '/workspaces/create',
    permission: 'session',
    large: true,
    summary: 'Makes a workspace: blank, with sign-up and login, or from the files of a folder. Who makes it owns it.',
    input: z.strictObject({
      name: z.string().trim().min(1).max(100),
      start: z.enum(['blank', 'login', 'files']),
      files: z.array(z.strictObject({ path: z.string().max(500), text: source })).max(10_000),
    }),
    output: z.object({ id, created: z.int(), drafts: z.int(), diagnostics: z.array(diagnostic) }),
  }),
  objects: route({
    method: 'POST',
    path: '/objects',
    permission: 'session',
    role: 'viewer',
    summary: 'Every object of a branch, with the tables that all branches share, without its text.',
    input: onBranch,
    output: z.object({ objects: z.array(entry) }),
  }),
  groups: route({
    method: 'POST',
    path: '/groups',
    permission: 'session',
    role: 'viewer',
    summary: 'The API groups of a branch as published, with their public base URLs.',
    input: onBranch,
    output: z.object({ groups: z.array(group) }),
  }),
  object: route({
    method: 'POST',
    path: '/object',
    permission: 'session',
    role: 'viewer',
    summary: 'One object with its draft and what is published.',
    input: z.strictObject({ workspace: id, object: id }),
    output: object,
  }),
  createObject: route({
    method: 'POST',
    path: '/object/create',
    permission: 'session',
    role: 'developer',
    large: true,
    summary:
      'Adds an object to a branch from its text, published at once when it has no error and `publish` asks for it. A ' +
      'table is one of all branches.',
    input: z.strictObject({ workspace: id, branch, source, publish: z.boolean() }),
    output: object,
  }),
  saveDraft: route({
    method: 'POST',
    path: '/object/draft',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Keeps a draft as it was typed. `draft_conflict` when somebody else wrote since `expectedEdition`.',
    input: z.strictObject({ workspace: id, object: id, source, expectedEdition: edition }),
    output: object,
  }),
  publishObject: route({
    method: 'POST',
    path: '/object/publish',
    permission: 'session',
    role: 'developer',
    summary: 'Makes the draft what is served. Not published, and why, when it has an error.',
    input: z.strictObject({ workspace: id, object: id, expectedEdition: edition, note }),
    output: publishing,
  }),
  versions: route({
    method: 'POST',
    path: '/object/versions',
    permission: 'session',
    role: 'viewer',
    summary: 'What was published before, newest first.',
    input: z.strictObject({ workspace: id, object: id }),
    output: z.object({
      versions: z.array(
        z.object({
          version: z.int(),
          source: z.string(),
          author: z.string().nullable(),
          note: z.string(),
          createdAt: z.iso.datetime(),
        }),
      ),
    }),
  }),
}
