'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { filterOf, type Chosen } from './request-filter.ts'

export type PastRequest = OutputOf<Contract['requests']>['requests'][number]
export type Figures = OutputOf<Contract['requestFigures']>

const PAGE = 100
const LIVE_MS = 2_000
/** Figures of a whole span cost more than its newest page does, and change less. */
const LIVE_FIGURES_MS = 10_000
const SLOTS = 48

/** Requests that match, a page at a time; asked for again every two seconds while live. */
export const useRequests = (workspace: number, chosen: Chosen, live: boolean) =>
  useInfiniteQuery({
    queryKey: ['requests', workspace, chosen],
    queryFn: ({ pageParam }) =>
      api.requests({ workspace, filter: filterOf(chosen, Date.now()), limit: PAGE, after: pageParam }),
    initialPageParam: null as { at: string; id: string } | null,
    getNextPageParam: ({ requests }) => {
      const last = requests.at(-1)
      return last === undefined || requests.length < PAGE ? undefined : { at: last.at, id: last.id }
    },
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: live ? LIVE_MS : false,
  })

/** How many match and how long they took, over the chosen span. */
export const useFigures = (workspace: number, chosen: Chosen, live: boolean) =>
  useQuery({
    queryKey: ['request figures', workspace, chosen],
    queryFn: () => api.requestFigures({ workspace, filter: filterOf(chosen, Date.now()), slots: SLOTS }),
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: live ? LIVE_FIGURES_MS : false,
  })
