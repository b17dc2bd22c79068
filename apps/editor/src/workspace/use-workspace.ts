'use client'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { pagesOf, type Pages } from './addresses.ts'
import { workspacesQuery } from './workspaces-query.ts'

/** A number of the page's query; null where there is none. */
export function useNumber(name: string): number | null {
  const text = useSearchParams().get(name)
  return text !== null && /^\d+$/.test(text) ? Number(text) : null
}

/** The branch that the page's query names; undefined for the live one. */
export const useBranch = (): string | undefined => useSearchParams().get('branch') || undefined

/** The pages of this workspace, on the branch that is looked at. */
export function usePages(): Pages {
  const id = useNumber('id') ?? 0
  const branch = useBranch()
  return useMemo(() => pagesOf(id, branch), [id, branch])
}

/** The workspace of this page; null where there is none such. */
export function useWorkspace() {
  const id = useNumber('id') ?? 0
  const branch = useBranch()
  const query = useQuery(workspacesQuery)
  const workspace = query.data?.workspaces.find((candidate) => candidate.id === id) ?? null
  const isLive = branch === undefined || branch === workspace?.liveBranch
  return { id, branch, isLive, workspace, error: query.error, pending: query.isPending }
}
