'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useBranch } from '../workspace/use-workspace.ts'
import { usePaused } from './use-paused.ts'

export type Place = OutputOf<Contract['search']>['places'][number]

const LEAST_LETTERS = 2

/** Where a text stands in the stacks of the branch that is looked at, asked when typing pauses. */
export function usePlaces(workspace: number, typed: string) {
  const branch = useBranch()
  const text = usePaused(typed.trim())
  const isAsked = text.length >= LEAST_LETTERS
  const query = useQuery({
    queryKey: ['search', workspace, branch, text],
    queryFn: () => api.search({ workspace, branch, text }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const isWaiting = typed.trim().length >= LEAST_LETTERS && (text !== typed.trim() || query.isFetching)
  return { places: isAsked ? (query.data?.places ?? []) : [], isWaiting, error: isAsked ? query.error : null }
}
