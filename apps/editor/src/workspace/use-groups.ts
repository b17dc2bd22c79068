'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { WorkspaceSummary } from './navigation.tsx'
import { useWorkspace } from './use-workspace.ts'

type Group = WorkspaceSummary['groups'][number]

/** The API groups of the branch that is looked at, as published; null until they are known. */
export function useGroups(): { groups: readonly Group[] | null; error: Error | null } {
  const { id, branch, isLive, workspace } = useWorkspace()
  const query = useQuery({
    queryKey: ['workspaces', id, 'groups', branch],
    queryFn: async () => (await api.groups({ workspace: id, branch })).groups,
    enabled: !isLive,
  })
  if (isLive) return { groups: workspace?.groups ?? null, error: null }
  return { groups: query.data ?? null, error: query.error }
}

/** One of them by its name. */
export const useGroup = (name: string): Group | undefined => useGroups().groups?.find((group) => group.name === name)
