import { z } from 'zod'
import { route } from './route.ts'
import { branch, id } from './shapes.ts'

/** A JSON Schema. */
const schema = z.record(z.string(), z.json())

const operation = z.looseObject({
  summary: z.string(),
  tags: z.array(z.string()),
  /** Asks for a token where it is there. */
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(
    z.looseObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema }),
  ),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema })) }).optional(),
})

/** What we write of OpenAPI 3.1; more may stand in it. */
const openApiDocument = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), description: z.string() }),
  servers: z.array(z.looseObject({ url: z.string() })).min(1),
  /** Path, then method in lower case. */
  paths: z.record(z.string(), z.record(z.string(), operation)),
})

export type OpenApiDocument = z.infer<typeof openApiDocument>
export type OpenApiOperation = z.infer<typeof operation>

const documentation = z.object({
  openApi: openApiDocument,
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
    summary: 'An API group of a branch as published: an OpenAPI 3.1 document and a typed TypeScript client.',
    input: z.strictObject({ workspace: id, branch, group: z.string().min(1).max(200) }),
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
