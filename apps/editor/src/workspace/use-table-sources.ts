'use client'
import { useQueries } from '@tanstack/react-query'
import { useObjects } from '../objects/use-objects.ts'
import { gateway, type ObjectSource } from './gateway.ts'

/** The texts of all tables of a workspace, as far as they are there. */
export function useTableSources(workspace: number): { sources: ObjectSource[]; pending: boolean; error: Error | null } {
  const objects = useObjects(workspace)
  const tables = (objects.data ?? []).filter(({ kind }) => kind === 'table')
  return useQueries({
    queries: tables.map(({ id }) => ({
      queryKey: ['source', workspace, id],
      queryFn: () => gateway.object(workspace, id),
      staleTime: 30_000,
    })),
    combine: (results) => ({
      sources: results.flatMap(({ data }) => data ?? []),
      pending: objects.isPending || results.some(({ isPending }) => isPending),
      error: objects.error ?? results.find(({ error }) => error !== null)?.error ?? null,
    }),
  })
}
