'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

export type Overview = OutputOf<Contract['overview']>

/** What happened in a workspace and what is wrong in it, asked again each minute. */
export const useOverview = (workspace: number) =>
  useQuery({
    queryKey: ['overview', workspace],
    queryFn: () => api.overview({ workspace }),
    staleTime: 0,
    refetchInterval: 60_000,
  })
