'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { useBranch } from '../../../workspace/use-workspace.ts'

/** An endpoint as documents and the history name it. */
export interface EndpointName {
  group: string
  verb: string
  /** Without slashes around it. */
  path: string
}

const DAYS = 7
const MOST = 8

/** The newest recorded requests of an endpoint. */
export const useRecorded = (workspace: number, { group, verb, path }: EndpointName, enabled: boolean) =>
  useQuery({
    queryKey: ['recorded requests', workspace, group, verb, path],
    queryFn: async () => {
      const from = new Date(Date.now() - DAYS * 24 * 3600_000).toISOString()
      const filter = { from, group, route: path, method: verb, recorded: true }
      return (await api.requests({ workspace, filter, limit: MOST, after: null })).requests
    },
    enabled,
    staleTime: 0,
  })

/** An endpoint in the OpenAPI document of its group, as published; null when it is not in it. */
export const useOperation = (workspace: number, { group, verb, path }: EndpointName, enabled: boolean) => {
  const branch = useBranch()
  return useQuery({
    queryKey: ['operation', workspace, branch, group, verb, path],
    queryFn: async () => {
      const { openApi } = await api.documentation({ workspace, branch, group })
      return openApi.paths[`/${path}`]?.[verb.toLowerCase()] ?? null
    },
    enabled,
    staleTime: 0,
    retry: false,
  })
}
