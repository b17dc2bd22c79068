import { z } from 'zod'
import { route } from './route.ts'
import { id } from './shapes.ts'

const documentation = z.object({
  /** An OpenAPI 3.1 document. */
  openApi: z.record(z.string(), z.json()),
  /** A typed TypeScript client. */
  client: z.string(),
})

/** What is published, for those who call it. */
export const documentationRoutes = {
  documentation: route({
    method: 'POST',
    path: '/documentation',
    permission: 'session',
    role: 'viewer',
    summary: 'An API group as published: an OpenAPI 3.1 document and a typed TypeScript client.',
    input: z.strictObject({ workspace: id, group: z.string().min(1).max(200) }),
    output: documentation,
  }),
  publicDocumentation: route({
    method: 'POST',
    path: '/documentation/public',
    permission: 'anyone',
    summary: 'The same of a group whose settings open its documentation to everybody, or to who knows its token.',
    input: z.strictObject({ canonical: z.string().min(1).max(64), token: z.string().max(200).nullable() }),
    output: documentation,
  }),
}
