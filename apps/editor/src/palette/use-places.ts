'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'

export type Place = OutputOf<Contract['search']>['places'][number]

const LEAST_LETTERS = 2
const TYPING_MS = 200

/** Where a text stands in all stacks, asked when typing pauses. */
export function usePlaces(workspace: number, typed: string) {
  const text = usePaused(typed.trim())
  const isAsked = text.length >= LEAST_LETTERS
  const query = useQuery({
    queryKey: ['search', workspace, text],
    queryFn: () => api.search({ workspace, text }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const isWaiting = typed.trim().length >= LEAST_LETTERS && (text !== typed.trim() || query.isFetching)
  return { places: isAsked ? (query.data?.places ?? []) : [], isWaiting, error: isAsked ? query.error : null }
}

/** A text as it was when typing last paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
