'use client'
import type { Contract, InputOf, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

export type OneRequest = OutputOf<Contract['request']>
export type Replay = OutputOf<Contract['replayRequest']>
export type Version = InputOf<Contract['replayRequest']>['version']

/** Which request of a workspace. */
export interface Place {
  workspace: number
  at: string
  id: string
}

export const useRequest = (place: Place) =>
  useQuery({ queryKey: ['request', place], queryFn: () => api.request(place), staleTime: 0 })

/** A replay on one version of the endpoint; run once, and again when the page is opened anew. */
export const useReplay = (place: Place, version: Version, enabled: boolean) =>
  useQuery({
    queryKey: ['replay', place, version],
    queryFn: () => api.replayRequest({ ...place, version }),
    enabled,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
