'use client'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { workspacesQuery } from './workspaces-query.ts'

/** A number of the page's query; null where there is none. */
export function useNumber(name: string): number | null {
  const text = useSearchParams().get(name)
  return text !== null && /^\d+$/.test(text) ? Number(text) : null
}

/** The workspace of this page. `data` is null where there is no such workspace. */
export function useWorkspace() {
  const id = useNumber('id') ?? 0
  const query = useQuery(workspacesQuery)
  const workspace = query.data?.workspaces.find((candidate) => candidate.id === id) ?? null
  return { id, workspace, error: query.error, pending: query.isPending }
}
