import { z } from 'zod'
import { route } from '../route.ts'
import { diagnostic, done, inWorkspace, source, workspaceId } from '../shapes.ts'

/** One row of a list of objects. `group`, `verb`, `route` are a query's; `url` where it answers. */
const summary = z.object({
  id: z.int(),
  kind: z.string(),
  name: z.string(),
  path: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  group: z.string().nullable(),
  verb: z.string().nullable(),
  route: z.string().nullable(),
  url: z.string().nullable(),
  /** Query: the auth table it asks for. Table: its own name where rows can sign in. */
  auth: z.string().nullable(),
  draft: z.boolean(),
  published: z.boolean(),
  version: z.int(),
  edition: z.int(),
  /** Errors found when the newest text is read. */
  errors: z.int(),
  updatedAt: z.iso.datetime(),
})
const object = summary.extend({
  /** Unpublished text, or null. */
  draftSource: z.string().nullable(),
  /** What is served, or null. */
  publishedSource: z.string().nullable(),
  diagnostics: z.array(diagnostic),
})
const id = z.int().positive()
/** An object and the edition that who writes has last seen. */
const edited = { workspace: workspaceId, id, edition: z.int().nonnegative() }
const note = z.string().max(500).default('')
const version = z.object({
  version: z.int(),
  source: z.string(),
  /** Name of who published it; null for the command line. */
  author: z.string().nullable(),
  note: z.string(),
  createdAt: z.iso.datetime(),
})
const published = z.object({
  published: z.boolean(),
  object: object.nullable(),
  diagnostics: z.array(diagnostic),
  /** What the server said when it loaded the new state, such as a change of a table that was not made. */
  warnings: z.array(z.string()),
})

/** Objects of a workspace's live branch: tables, queries, functions, … Each is its text. */
export const objectRoutes = {
  objects: route({
    method: 'POST',
    path: '/objects',
    permission: 'viewer',
    summary: 'Every object of a workspace.',
    input: inWorkspace,
    output: z.object({ objects: z.array(summary) }),
  }),
  object: route({
    method: 'POST',
    path: '/objects/read',
    permission: 'viewer',
    summary: 'One object with its texts.',
    input: z.strictObject({ workspace: workspaceId, id }),
    output: z.object({ object }),
  }),
  createObject: route({
    method: 'POST',
    path: '/objects/create',
    permission: 'developer',
    summary: 'Keeps a new object, as a draft. Its text says what it is.',
    input: z.strictObject({ workspace: workspaceId, source }),
    output: z.object({ object }),
  }),
  saveDraft: route({
    method: 'POST',
    path: '/objects/save',
    permission: 'developer',
    summary: 'Keeps what was typed, whatever it is. Refused with draft_conflict when somebody else wrote meanwhile.',
    input: z.strictObject({ ...edited, source }),
    output: z.object({ object }),
  }),
  discardDraft: route({
    method: 'POST',
    path: '/objects/discard',
    permission: 'developer',
    summary: 'Goes back to what is published. An object that never was is deleted; the answer has none then.',
    input: z.strictObject(edited),
    output: z.object({ object: object.nullable() }),
  }),
  deleteObject: route({
    method: 'POST',
    path: '/objects/delete',
    permission: 'developer',
    summary: 'Deletes an object. The data of a table stays in the database.',
    input: z.strictObject(edited),
    output: done,
  }),
  publish: route({
    method: 'POST',
    path: '/objects/publish',
    permission: 'developer',
    summary: 'Makes the draft what is served, and answers when it is. Refused while it has an error.',
    input: z.strictObject({ ...edited, note }),
    output: published,
  }),
  versions: route({
    method: 'POST',
    path: '/objects/versions',
    permission: 'viewer',
    summary: 'Published versions, newest first.',
    input: z.strictObject({ workspace: workspaceId, id }),
    output: z.object({ versions: z.array(version) }),
  }),
  restore: route({
    method: 'POST',
    path: '/objects/restore',
    permission: 'developer',
    summary: 'Publishes an earlier version again.',
    input: z.strictObject({ ...edited, version: z.int().positive() }),
    output: published,
  }),
}
