'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useBranch } from '../workspace/use-workspace.ts'

export type Overview = OutputOf<Contract['overview']>

/** What happened in a workspace and what is wrong in it, asked again each minute. */
export function useOverview(workspace: number) {
  const branch = useBranch()
  return useQuery({
    queryKey: ['overview', workspace, branch],
    queryFn: () => api.overview({ workspace, branch }),
    staleTime: 0,
    refetchInterval: 60_000,
  })
}
