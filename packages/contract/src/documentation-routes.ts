import { z } from 'zod'
import { route } from './route.ts'
import { id } from './shapes.ts'

/** What is published, for those who call it. */
export const documentationRoutes = {
  documentation: route({
    method: 'POST',
    path: '/documentation',
    permission: 'session',
    role: 'viewer',
    summary: 'An API group as published: an OpenAPI 3.1 document and a typed TypeScript client.',
    input: z.strictObject({ workspace: id, group: z.string().min(1).max(200) }),
    output: z.object({ openApi: z.record(z.string(), z.json()), client: z.string() }),
  }),
}
