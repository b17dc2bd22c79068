'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { ObjectEntry } from '../workspace/gateway.ts'

export type EndpointTraffic = OutputOf<Contract['traffic']>['endpoints'][number]

const plain = (path: string): string => path.replaceAll(/^\/+|\/+$/g, '')

/** Calls and errors of an endpoint in the last 24 hours, asked again each minute; null where nobody called. */
export function useTraffic(workspace: number): (endpoint: ObjectEntry) => EndpointTraffic | null {
  const { data } = useQuery({
    queryKey: ['traffic', workspace],
    queryFn: async () => (await api.traffic({ workspace })).endpoints,
    staleTime: 0,
    refetchInterval: 60_000,
  })
  return ({ group, verb, name }) =>
    data?.find((one) => one.group === group && one.verb === verb && one.path === plain(name)) ?? null
}
