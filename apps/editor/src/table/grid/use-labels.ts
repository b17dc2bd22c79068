'use client'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { api } from '../../api.ts'
import type { GridColumn } from './grid-column.ts'
import { createLabels } from './labels.ts'
import type { RowWindow } from './row-window.ts'
import type { TablePlace } from './use-row-window.ts'

/** What the rows that the shown ones point to are known by. */
export function useLabels(
  { workspace, datasource }: TablePlace,
  columns: readonly GridColumn[],
  window: RowWindow,
  shown: { first: number; last: number },
): ReadonlyMap<string, string> {
  const labels = useMemo(
    () =>
      createLabels(async (table, keys) => {
        const where = [{ column: 'id', operator: 'in' as const, value: keys }]
        const ask = { workspace, datasource, table, where, after: null, skip: 0, count: false, sort: null }
        return (await api.rows({ ...ask, perPage: keys.length })).rows
      }),
    [workspace, datasource],
  )
  const blocks = useStore(window.store, (state) => state.blocks)
  const { first, last } = shown
  useEffect(() => {
    for (const { name, table } of columns) {
      if (table === '') continue
      for (let index = first; index <= last; index += 1) {
        const key = window.row(index)?.[name]
        if ((typeof key === 'number' && key !== 0) || typeof key === 'string') labels.want(table, [key])
      }
    }
  }, [blocks, columns, first, last, labels, window])
  return useStore(labels.store)
}
