'use client'
import { useEffect, useState } from 'react'
import type { Condition, RowsView, Sort } from './rows.ts'

/** How a table is looked at. Hidden columns and the order are remembered in this browser. */
export interface GridView extends RowsView {
  hidden: readonly string[]
  setWhere: (where: readonly Condition[]) => void
  /** By this column; again, the other way round; a third time, by the id. */
  sortBy: (column: string) => void
  setHidden: (hidden: readonly string[]) => void
}

interface Kept {
  hidden: readonly string[]
  sort: Sort | null
}

/** `columns` are those there are: what was remembered of others is left out. */
export function useGridView(key: string, columns: readonly string[]): GridView {
  const [where, setWhere] = useState<readonly Condition[]>([])
  const [kept, setKept] = useState<Kept>(() => readKept(key))
  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(kept))
    } catch {
      // A browser that keeps nothing shows all columns the next time.
    }
  }, [key, kept])
  const sort = kept.sort !== null && columns.includes(kept.sort.column) ? kept.sort : null
  return {
    where: where.filter(({ column }) => columns.includes(column)),
    sort,
    hidden: kept.hidden.filter((name) => columns.includes(name)),
    setWhere,
    sortBy: (column) => setKept({ ...kept, sort: nextSort(sort, column) }),
    setHidden: (hidden) => setKept({ ...kept, hidden }),
  }
}

function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, order: 'asc' }
  return sort.order === 'asc' ? { column, order: 'desc' } : null
}

function readKept(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Kept> | null
    return { hidden: Array.isArray(kept?.hidden) ? kept.hidden : [], sort: kept?.sort ?? null }
  } catch {
    return { hidden: [], sort: null }
  }
}
