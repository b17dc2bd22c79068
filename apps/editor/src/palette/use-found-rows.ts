'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { usePaused } from './use-paused.ts'

export type FoundRow = OutputOf<Contract['searchRows']>['rows'][number]

const LEAST_LETTERS = 2
/** Whose rows the palette looks through. */
const DATASOURCE = 'live'

/** Rows of any table whose texts hold what is typed, asked when typing pauses. */
export function useFoundRows(workspace: number, typed: string) {
  const text = usePaused(typed.trim())
  const isAsked = text.length >= LEAST_LETTERS
  const query = useQuery({
    queryKey: ['found rows', workspace, text],
    queryFn: () => api.searchRows({ workspace, datasource: DATASOURCE, text }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const isWaiting = typed.trim().length >= LEAST_LETTERS && (text !== typed.trim() || query.isFetching)
  const { rows, more } = (isAsked ? query.data : undefined) ?? { rows: [], more: false }
  return { rows, more, isWaiting, error: isAsked ? query.error : null }
}
