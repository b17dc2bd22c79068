'use client'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { api } from '../../api.ts'
import { createRowWindow } from './row-window.ts'
import type { Key, Row, RowsView } from './rows.ts'

export interface TablePlace {
  workspace: number
  table: string
  datasource: string
}

/** The most rows that one call deletes. */
const MOST_DELETED = 1_000

/** The rows of a table as they are looked at, and what may be done with them. */
export function useRowWindow({ workspace, table, datasource }: TablePlace, { where, sort }: RowsView) {
  const asked = JSON.stringify({ where, sort })
  const window = useMemo(() => {
    const place = { workspace, table, datasource }
    const view = JSON.parse(asked) as { where: RowsView['where'][number][]; sort: RowsView['sort'] }
    return createRowWindow({
      sortedBy: view.sort?.column ?? null,
      fetch: (ask) => api.rows({ ...place, ...view, ...ask }),
    })
  }, [workspace, table, datasource, asked])
  const state = useStore(window.store)
  const place = { workspace, table, datasource }
  const add = useMutation({
    mutationFn: (row: Row) => api.addRows({ ...place, rows: [row] }),
    onSuccess: () => window.refresh(),
  })
  const change = useMutation({
    mutationFn: ({ id, values }: { id: Key; values: Row }) => api.changeRow({ ...place, id, values }),
    onSuccess: ({ row }) => window.replace(row),
  })
  const paste = useMutation({
    mutationFn: (rows: { id: Key | null; values: Row }[]) => api.pasteRows({ ...place, rows }),
    onSuccess: () => window.refresh(),
  })
  const remove = useMutation({
    mutationFn: async (ids: Key[]) => {
      for (let at = 0; at < ids.length; at += MOST_DELETED)
        await api.deleteRows({ ...place, ids: ids.slice(at, at + MOST_DELETED) })
    },
    onSettled: () => window.refresh(),
  })
  return { window, state, add, change, paste, remove }
}
