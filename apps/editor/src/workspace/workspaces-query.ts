import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** How long what has just come is not asked for again by the next part of a page that needs it. */
const FRESH_MS = 10_000

/** The workspaces of whoever is signed in. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: () => api.workspaces({}),
  staleTime: FRESH_MS,
})
