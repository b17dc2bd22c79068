'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, explain } from '../../api.ts'
import { conditionsBefore } from './conditions-before.ts'
import type { Condition, Key, RowsView } from './rows.ts'
import type { TablePlace } from './use-row-window.ts'

/**
 * Calls back once with the index of the row that is wanted, when the rows are there; answers why it can not be shown,
 * null while there is nothing to say.
 */
export function useRowInSight(
  place: TablePlace,
  { where, sort }: RowsView,
  { at, isReady }: { at: Key | null; isReady: boolean },
  show: (index: number) => void,
): string | null {
  const found = useQuery({
    queryKey: ['row place', place, sort, at],
    queryFn: async () => (at === null ? null : indexOf(place, { where, sort }, at)),
    enabled: at !== null,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const shown = useRef<Key | null>(null)
  const index = found.data ?? null
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  useEffect(() => {
    if (index === null || !isReady || shown.current === at) return
    shown.current = at
    latest.current(index)
  }, [index, isReady, at])
  if (found.error !== null) return explain(found.error)
  return found.data === null && at !== null ? `There is no row ${at} any more.` : null
}

/** How many rows stand before one; null where it is not among them. */
async function indexOf(place: TablePlace, { where, sort }: RowsView, id: Key): Promise<number | null> {
  const ask = { ...place, after: null, skip: 0, perPage: 1, sort: null }
  const isIt: Condition = { column: 'id', operator: '==', value: id }
  const { rows } = await api.rows({ ...ask, where: [...where, isIt], count: false })
  const [row] = rows
  if (row === undefined) return null
  const counts = await Promise.all(
    conditionsBefore(sort, id, row).map((before) => api.rows({ ...ask, where: [...where, ...before], count: true })),
  )
  return counts.reduce((sum, { total }) => sum + (total ?? 0), 0)
}
