'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'

export type Row = OutputOf<Contract['rows']>['rows'][number]
export type Cell = Row[string]

export interface RowsAsked {
  workspace: number
  table: string
  sort: { column: string; order: 'asc' | 'desc' } | null
}

const PER_PAGE = 100

/** The rows of a table, a page at a time as one scrolls. */
export function useRows({ workspace, table, sort }: RowsAsked) {
  const queries = useQueryClient()
  const place = { workspace, table, datasource: 'live' }
  const query = useInfiniteQuery({
    queryKey: ['rows', workspace, table, sort],
    queryFn: ({ pageParam }) => api.rows({ ...place, page: pageParam, perPage: PER_PAGE, where: [], sort }),
    initialPageParam: 1,
    getNextPageParam: (last, all) => (all.length * PER_PAGE < last.total ? all.length + 1 : undefined),
  })
  const refresh = () => queries.invalidateQueries({ queryKey: ['rows', workspace, table] })
  const add = useMutation({ mutationFn: (row: Row) => api.addRows({ ...place, rows: [row] }), onSuccess: refresh })
  const change = useMutation({
    mutationFn: ({ id, values }: { id: number | string; values: Row }) => api.changeRow({ ...place, id, values }),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: (ids: (number | string)[]) => api.deleteRows({ ...place, ids }),
    onSuccess: refresh,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return { query, rows, total: query.data?.pages[0]?.total ?? 0, add, change, remove }
}
