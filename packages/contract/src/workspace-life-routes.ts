import { z } from 'zod'
import { route } from './route.ts'
import { done, id } from './shapes.ts'

/** What a workspace is called, and its end. */
export const workspaceLifeRoutes = {
  describeWorkspace: route({
    method: 'POST',
    path: '/workspaces/describe',
    permission: 'session',
    role: 'admin',
    summary: 'Gives a workspace a name and a description. `workspace_exists` when another has the name.',
    input: z.strictObject({
      workspace: id,
      name: z.string().trim().min(1).max(100),
      description: z.string().trim().max(500),
    }),
    output: done,
  }),
  deleteWorkspace: route({
    method: 'POST',
    path: '/workspaces/delete',
    permission: 'session',
    role: 'owner',
    sessionOnly: true,
    summary:
      'Ends a workspace with its stacks, tables, rows and files. `name` is its name, so that none ends by mistake.',
    input: z.strictObject({ workspace: id, name: z.string() }),
    output: done,
  }),
}
